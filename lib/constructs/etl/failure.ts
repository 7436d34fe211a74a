import type { k8s } from 'cdk8s-plus-28';
import type { Finding } from '../../checks/problem';

/** As the API has it; the typed classes of 1.28 ask for both kinds of condition in each rule. */
export interface PodFailurePolicy {
  readonly rules: readonly {
    readonly action: 'FailJob' | 'FailIndex' | 'Ignore' | 'Count';
    readonly onExitCodes?: {
      readonly containerName?: string;
      readonly operator: 'In' | 'NotIn';
      readonly values: readonly number[];
    };
    readonly onPodConditions?: readonly { readonly type: string; readonly status: string }[];
  }[];
}

export interface FailureProps {
  /**
   * How often a run that failed is tried again, with 10 s before the first and twice as long before each further one,
   * up to six minutes. With `shards` each of these counts for itself: `backoffLimitPerIndex`.
   *
   * @default 3
   */
  readonly backoffLimit?: number;
  /**
   * Seconds after which a run is ended, whatever it has left to try. `'none'` lets one that hangs hang: the next ones of
   * a CronJob wait for it then.
   *
   * @default - nine tenths of the shortest time between two runs, 21600 (six hours) at most
   */
  readonly activeDeadlineSeconds?: number | 'none';
  /**
   * Exit codes with which trying again is no use, as the same would come of it: the run fails at once. The default is
   * wrong usage, wrong data and wrong configuration in the words of sysexits.h. `[]` for none.
   *
   * @default - 64, 65 and 78
   */
  readonly failJobExitCodes?: readonly number[];
  /**
   * In place of all of the policy; `'none'` for a Job without one.
   * https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy
   *
   * @default - FailJob on failJobExitCodes; Ignore on DisruptionTarget: a pod that a node drain ends counts for nothing
   */
  readonly podFailurePolicy?: PodFailurePolicy | 'none';
  /**
   * When a pod is replaced. `Failed` waits until it has ended, so that two never write at once; with a
   * `podFailurePolicy` the API server takes no other word.
   *
   * @default Failed
   */
  readonly podReplacementPolicy?: 'Failed' | 'TerminatingOrFailed';
  /**
   * Seconds after which the cluster deletes a Job that has finished, its pods and their logs. `'none'` keeps it.
   *
   * @default - 86400 for an EtlJob; none for those of an EtlCronJob, which counts them
   */
  readonly ttlSecondsAfterFinished?: number | 'none';
}

/** What a Job says where the props say nothing. */
export interface FailureDefaults {
  readonly activeDeadlineSeconds: number;
  readonly ttlSecondsAfterFinished: number | 'none';
}

type Failure = Pick<
  k8s.JobSpec,
  'activeDeadlineSeconds' | 'podFailurePolicy' | 'podReplacementPolicy' | 'ttlSecondsAfterFinished'
>;

export function failureOf(props: FailureProps, defaults: FailureDefaults): Failure {
  return {
    activeDeadlineSeconds: numberOf(props.activeDeadlineSeconds ?? defaults.activeDeadlineSeconds),
    podFailurePolicy: policyOf(props) as k8s.PodFailurePolicy | undefined,
    podReplacementPolicy: props.podReplacementPolicy ?? 'Failed',
    ttlSecondsAfterFinished: numberOf(props.ttlSecondsAfterFinished ?? defaults.ttlSecondsAfterFinished),
  };
}

export function numberOf(given: number | 'none'): number | undefined {
  return given === 'none' ? undefined : given;
}

/** The API server takes exit codes in their order alone, each once. */
function policyOf({ podFailurePolicy, failJobExitCodes = [64, 65, 78] }: FailureProps): PodFailurePolicy | undefined {
  if (podFailurePolicy === 'none') return undefined;
  if (podFailurePolicy) return podFailurePolicy;
  const values = [...new Set(failJobExitCodes)].sort((one, other) => one - other);
  return {
    rules: [
      ...(values.length > 0 ? [failJobOn(values)] : []),
      { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
    ],
  };
}

type Rule = PodFailurePolicy['rules'][number];

function failJobOn(values: readonly number[]): Rule {
  return { action: 'FailJob', onExitCodes: { operator: 'In', values } };
}

/** What the API server refuses. */
export function failureTogether(props: FailureProps): readonly Finding[] {
  const { podFailurePolicy, podReplacementPolicy, failJobExitCodes } = props;
  return [
    ...(podReplacementPolicy === 'TerminatingOrFailed' && podFailurePolicy !== 'none'
      ? [
          {
            prop: 'podReplacementPolicy',
            wrong: 'replaces a pod before it has ended, which a Job with a podFailurePolicy may not',
            got: podReplacementPolicy,
            expected: 'Failed, or no podFailurePolicy.',
            fix: "leave it out, or write podFailurePolicy: 'none'.",
          },
        ]
      : []),
    ...(failJobExitCodes && podFailurePolicy !== undefined
      ? [
          {
            prop: 'failJobExitCodes',
            wrong: 'is part of the policy that podFailurePolicy replaces',
            got: failJobExitCodes,
            expected: 'one of the two.',
            fix: 'put the codes into a rule of podFailurePolicy, or leave that out.',
          },
        ]
      : []),
  ];
}
