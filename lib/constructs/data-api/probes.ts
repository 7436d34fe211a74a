import type { k8s } from 'cdk8s-plus-28';
import type { Finding } from '../../checks/problem';
import { intOrString } from '../../pods/int-or-string';
import { mergePatch } from '../../pods/merge-patch';
import { handlers, type Probe } from '../../pods/probe';

export interface ProbeProps {
  /**
   * Path that answers as long as the process lives. It must not ask a database: a pod whose liveness fails is killed.
   *
   * @default /health
   */
  readonly livenessPath?: string;
  /**
   * Path that answers when requests can be served: a pod that is not ready gets none.
   *
   * @default /ready
   */
  readonly readinessPath?: string;
  /**
   * Until it succeeds nobody asks the other two, and a pod that is not there in time is killed. Over the default field by
   * field; a handler of yours (`exec`, `grpc`, `httpGet`, `tcpSocket`) takes the place of ours, `'none'` of it all.
   *
   * @default - the liveness path every 2 s, each time for 2 s, 60 times: a start may take two minutes
   */
  readonly startupProbe?: Probe | 'none';
  /**
   * Whether the process lives: if not, its container is killed. As `startupProbe`.
   *
   * @default - the liveness path every 10 s after 30 s, each time for 2 s, killed after 6 failures
   */
  readonly livenessProbe?: Probe | 'none';
  /**
   * Whether requests can be served: if not, the pod gets none. As `startupProbe`. A laptop asks this one.
   *
   * @default - the readiness path every 5 s after 5 s, each time for 2 s, taken out after 3 failures
   */
  readonly readinessProbe?: Probe | 'none';
}

export const portName = 'http';

export type Probes = Readonly<Record<'startupProbe' | 'livenessProbe' | 'readinessProbe', Probe | undefined>>;

/** Three questions, the numbers as the practice gives them: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes. */
export function probesOf(props: ProbeProps): Probes {
  const alive = { httpGet: { path: props.livenessPath ?? '/health', port: portName }, timeoutSeconds: 2 };
  const ready = { httpGet: { path: props.readinessPath ?? '/ready', port: portName }, timeoutSeconds: 2 };
  return {
    startupProbe: probe({ ...alive, periodSeconds: 2, failureThreshold: 60 }, props.startupProbe),
    livenessProbe: probe(
      { ...alive, initialDelaySeconds: 30, periodSeconds: 10, failureThreshold: 6 },
      props.livenessProbe,
    ),
    readinessProbe: probe(
      { ...ready, initialDelaySeconds: 5, periodSeconds: 5, failureThreshold: 3 },
      props.readinessProbe,
    ),
  };
}

export function asksAnything(props: ProbeProps): boolean {
  return Object.values(probesOf(props)).some((probe) => probe !== undefined);
}

function probe(ours: Probe, theirs: Probe | 'none' = {}): Probe | undefined {
  if (theirs === 'none') return undefined;
  const { httpGet, ...times } = ours;
  return mergePatch<Probe>(hasHandler(theirs) ? times : ours, theirs);
}

function hasHandler(probe: Probe): boolean {
  return handlers.some((handler) => probe[handler] !== undefined);
}

/** A pod whose database is away is not ready, but killing it does not help. */
export function sameProbes(props: ProbeProps, port = 8000): readonly Finding[] {
  const { livenessProbe, readinessProbe } = probesOf(props);
  if (!livenessProbe || !readinessProbe || asked(livenessProbe, port) !== asked(readinessProbe, port)) return [];
  const expected = 'a question that is answered as long as the process lives, whatever its database does';
  if (typeof props.livenessProbe === 'object' && hasHandler(props.livenessProbe)) {
    const fix = 'ask another path or port than the readiness probe';
    return [{ prop: 'livenessProbe', wrong: 'asks what the readiness probe asks', got: livenessProbe, expected, fix }];
  }
  return [
    {
      prop: 'livenessPath',
      wrong: 'is the readiness path too',
      got: livenessProbe.httpGet?.path,
      expected: 'a path that answers as long as the process lives, whatever its database does',
      fix: 'serve two paths, such as /health and /ready',
    },
  ];
}

/** Headers aside: the same path is the same question. */
function asked({ exec, grpc, httpGet, tcpSocket }: Probe, own: number): string {
  const port = (given: unknown) => {
    const value = typeof given === 'object' && given !== null && 'value' in given ? given.value : given;
    return value === portName ? own : value;
  };
  return JSON.stringify(
    httpGet
      ? { path: httpGet.path ?? '/', port: port(httpGet.port) }
      : { exec, grpc, tcp: tcpSocket && port(tcpSocket.port) },
  );
}

/** As the typed classes take it. */
export function typedProbe(probe: Probe | undefined): k8s.Probe | undefined {
  if (!probe) return undefined;
  const { httpGet, tcpSocket, ...rest } = probe;
  return {
    ...rest,
    ...(httpGet && { httpGet: { ...httpGet, port: intOrString(httpGet.port) } }),
    ...(tcpSocket && { tcpSocket: { ...tcpSocket, port: intOrString(tcpSocket.port) } }),
  };
}
