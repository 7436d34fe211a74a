import { handlers, type Probe } from '../pods/probe';
import { either, inTurn, integer, oneOf, satisfying } from './check';
import { exec, grpc, httpGet, tcpSocket } from './handlers';
import type { Check } from './problem';
import { optional, required, shape } from './props';

/** What a hook may do. */
export const handler: Check = inTurn(
  shape<Record<'exec' | 'httpGet' | 'sleep' | 'tcpSocket', unknown>>({
    exec: optional(exec),
    httpGet: optional(httpGet),
    sleep: optional(shape<{ seconds: number }>({ seconds: required(integer(0, 3600, ', in seconds', 10), 10) })),
    tcpSocket: optional(tcpSocket),
  }),
  satisfying(
    (value) => Object.keys(value as object).length === 1,
    'is not one way to do something',
    'one of exec, httpGet, sleep and tcpSocket.',
    'write one, such as { sleep: { seconds: 10 } }.',
  ),
);

const seconds = (least: number): Check => integer(least, 3600, ', in seconds', 10);

/** A probe, over a default with a handler, or `'none'`. Only readiness may ask for several answers in a row. */
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
    terminationGracePeriodSeconds: optional(seconds(1)),
  });
  return either(oneOf('none'), inTurn(aProbe, oneHandler));
}

const oneHandler: Check = satisfying(
  (value) => handlers.filter((handler) => (value as Probe)[handler] !== undefined).length < 2,
  'asks in several ways',
  'one of exec, grpc, httpGet and tcpSocket.',
  'leave all but one out.',
);
