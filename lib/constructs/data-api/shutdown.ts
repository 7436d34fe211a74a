import type { k8s } from 'cdk8s-plus-28';
import type { Finding } from '../../checks/problem';
import { intOrString } from '../../pods/int-or-string';
import type { Probe } from '../../pods/probe';

/** A hook in Kubernetes' words: one of the three. */
export interface LifecycleHandler {
  readonly exec?: k8s.ExecAction;
  /** Asks the container itself, and waits for the answer. */
  readonly httpGet?: Probe['httpGet'];
  /** Needs no program in the image. Kubernetes 1.30 and later. */
  readonly sleep?: { readonly seconds: number };
}

export interface Lifecycle {
  readonly postStart?: LifecycleHandler;
  /** In place of the sleep; `'none'` for nothing at all. */
  readonly preStop?: LifecycleHandler | 'none';
}

export interface ShutdownProps {
  /**
   * Hooks of the container. A pod that ends goes on getting requests until every node has heard of it, so it waits
   * before it is told to end: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination.
   * A load balancer outside the cluster may need 15 to 30 s. How long a hook of yours takes is known of a sleep alone:
   * add it to `drainSeconds`.
   *
   * @default - preStop sleeps 10 s
   */
  readonly lifecycle?: Lifecycle;
  /**
   * Seconds that the process needs, once it is told to end, to answer what it has accepted.
   *
   * @default 30
   */
  readonly drainSeconds?: number;
  /**
   * How long a pod may take to end, in seconds, then it is killed: for the preStop hook, the answers and five more. It
   * grows with a longer sleep or more `drainSeconds`.
   *
   * @default 45
   */
  readonly terminationGracePeriodSeconds?: number;
}

const defaultSleep: LifecycleHandler = { sleep: { seconds: 10 } };

export function lifecycleOf({ lifecycle = {} }: ShutdownProps): k8s.Lifecycle | undefined {
  const { preStop = defaultSleep, postStart } = lifecycle;
  const hooks = {
    ...(preStop !== 'none' && { preStop: typedHook(preStop) }),
    ...(postStart && { postStart: typedHook(postStart) }),
  };
  return Object.keys(hooks).length > 0 ? hooks : undefined;
}

/** As the typed classes take it, which do not know `sleep`. */
function typedHook({ httpGet, ...rest }: LifecycleHandler): k8s.LifecycleHandler {
  return { ...rest, ...(httpGet && { httpGet: { ...httpGet, port: intOrString(httpGet.port) } }) };
}

export function graceSeconds(props: ShutdownProps): number {
  return props.terminationGracePeriodSeconds ?? needed(props) + 5;
}

/** A pod that is killed before it has answered loses requests. */
export function tooLittleGrace(props: ShutdownProps): readonly Finding[] {
  if (graceSeconds(props) >= needed(props)) return [];
  const { drainSeconds = 30, terminationGracePeriodSeconds: got } = props;
  return [
    {
      prop: 'terminationGracePeriodSeconds',
      wrong: `is less than preStop's ${sleepSeconds(props)} s and the ${drainSeconds} s of drainSeconds`,
      got,
      expected: 'time for the preStop hook, and then for what was accepted',
      fix: `write ${needed(props) + 5}, leave it out, or say fewer drainSeconds`,
    },
  ];
}

function needed(props: ShutdownProps): number {
  return sleepSeconds(props) + (props.drainSeconds ?? 30);
}

/** Of a sleep by the kubelet or by the program; of any other hook nobody here knows. */
function sleepSeconds(props: ShutdownProps): number {
  const hook: LifecycleHandler | undefined = lifecycleOf(props)?.preStop;
  const [program = '', seconds] = hook?.exec?.command ?? [];
  return hook?.sleep?.seconds ?? (/(^|\/)sleep$/.test(program) ? Number(seconds) || 0 : 0);
}
