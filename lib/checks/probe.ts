import { handlers, type Probe } from '../pods/probe';
import { either, inTurn, integer, oneOf, satisfying } from './check';
import { found } from './finding';
import { exec, grpc, httpGet, tcpSocket } from './handlers';
import type { Check } from './problem';
import { optional, required, shape } from './props';

/** What a hook may do. */
export const handler: Check = inTurn(
  shape<Record<'exec' | 'httpGet' | 'sleep' | 'tcpSocket', unknown>>({
    exec: optional(exec),
    httpGet: optional(httpGet),
    // Kubernetes before 1.33 takes no 0.
    sleep: optional(shape<{ seconds: number }>({ seconds: required(integer(1, 3600, ', in seconds', 10), 10) })),
    tcpSocket: optional(failsAlways),
  }),
  satisfying(
    (value) => Object.keys(value as object).length === 1,
    'is not one way to do something',
    'one of exec, httpGet and sleep.',
    'write one, such as { sleep: { seconds: 10 } }.',
  ),
);

/** The API server takes it, and no kubelet knows what to do. */
function failsAlways(value: unknown) {
  return found(value, 'is no hook that a kubelet can run', 'one of exec, httpGet and sleep.', 'use one of them.');
}

const seconds = (least: number): Check => integer(least, 3600, ', in seconds', 10);

/**
 * A probe, over a default with a handler, or `'none'`. Only readiness may ask for several answers in a row, and kills
 * nobody.
 */
export function probe(mostSuccesses: number): Check {
  const aProbe = shape<Probe>({
    exec: optional(exec),
    grpc: optional(grpc),
    httpGet: optional(httpGet),
    tcpSocket: optional(tcpSocket),
    initialDelaySeconds: optional(seconds(0)),
    periodSeconds: optional(seconds(1)),
    timeoutSeconds: optional(seconds(1)),
    failureThreshold: optional(integer(1, 10_000, '', 3)),
    successThreshold: optional(integer(1, mostSuccesses, mostSuccesses === 1 ? ': one success must do' : '')),
    terminationGracePeriodSeconds: optional(mostSuccesses === 1 ? seconds(1) : killsNobody),
  });
  return either(oneOf('none'), inTurn(aProbe, oneHandler));
}

function killsNobody(value: unknown) {
  return found(value, 'is for a probe whose failure ends the container', 'none beside readiness.', 'leave it out.');
}

const oneHandler: Check = satisfying(
  (value) => handlers.filter((handler) => (value as Probe)[handler] !== undefined).length < 2,
  'asks in several ways',
  'one of exec, grpc, httpGet and tcpSocket.',
  'leave all but one out.',
);
