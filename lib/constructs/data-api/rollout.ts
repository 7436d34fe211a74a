import type { k8s } from 'cdk8s-plus-28';
import type { Finding } from '../../checks/problem';
import { type IntOrString, intOrString } from '../../pods/int-or-string';
import { mergePatch } from '../../pods/merge-patch';

export interface DeploymentStrategy {
  readonly type?: 'RollingUpdate' | 'Recreate';
  readonly rollingUpdate?: { readonly maxSurge?: IntOrString; readonly maxUnavailable?: IntOrString };
}

export interface RolloutProps {
  /**
   * How pods are replaced. Over the default field by field; `{ type: 'Recreate' }` ends the old ones first.
   *
   * @default - RollingUpdate with maxSurge 1 and maxUnavailable 0: no pod less than there are now
   */
  readonly strategy?: DeploymentStrategy;
  /**
   * Seconds for which a new pod must be ready before the next one is replaced.
   *
   * @default 5
   */
  readonly minReadySeconds?: number;
  /**
   * Seconds without progress after which a rollout counts as failed.
   *
   * @default 300
   */
  readonly progressDeadlineSeconds?: number;
  /**
   * Old versions that `kubectl rollout undo` can go back to.
   *
   * @default 5
   */
  readonly revisionHistoryLimit?: number;
}

type Rollout = Pick<
  k8s.DeploymentSpec,
  'strategy' | 'minReadySeconds' | 'progressDeadlineSeconds' | 'revisionHistoryLimit'
>;

export function rolloutOf(props: RolloutProps): Rollout {
  return {
    strategy: strategyOf(props),
    minReadySeconds: props.minReadySeconds ?? 5,
    progressDeadlineSeconds: props.progressDeadlineSeconds ?? 300,
    revisionHistoryLimit: props.revisionHistoryLimit ?? 5,
  };
}

const oneByOne: DeploymentStrategy = { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }, type: 'RollingUpdate' };

function strategyOf({ strategy = {} }: RolloutProps): k8s.DeploymentStrategy {
  if (strategy.type === 'Recreate') return { type: 'Recreate' };
  const { type, rollingUpdate: { maxSurge = 1, maxUnavailable = 0 } = {} } = mergePatch(oneByOne, strategy);
  return { type, rollingUpdate: { maxSurge: intOrString(maxSurge), maxUnavailable: intOrString(maxUnavailable) } };
}

/** What the API server refuses, or what could never go on. */
export function stuckRollout(props: RolloutProps): readonly Finding[] {
  const { minReadySeconds = 5, progressDeadlineSeconds = 300, strategy } = props;
  const { maxSurge = 1, maxUnavailable = 0 } = strategy?.rollingUpdate ?? {};
  return [
    ...(strategy?.type === 'Recreate' && strategy.rollingUpdate
      ? [
          {
            prop: 'strategy.rollingUpdate',
            wrong: 'is of a rollout pod by pod, and Recreate ends all of them first',
            got: strategy.rollingUpdate,
            expected: 'one of the two',
            fix: "leave it out, or write type: 'RollingUpdate'",
          },
        ]
      : []),
    ...(isZero(maxSurge) && isZero(maxUnavailable)
      ? [
          {
            prop: 'strategy.rollingUpdate.maxSurge',
            wrong: 'is 0 where maxUnavailable is 0 too, so that no pod can ever be replaced',
            got: maxSurge,
            expected: 'one of them above 0',
            fix: 'write maxSurge: 1, or maxUnavailable: 1',
          },
        ]
      : []),
    ...(progressDeadlineSeconds <= minReadySeconds
      ? [
          {
            prop: 'progressDeadlineSeconds',
            wrong: `is no more than minReadySeconds, ${minReadySeconds}, so that every rollout fails`,
            got: progressDeadlineSeconds,
            expected: 'more than minReadySeconds',
            fix: `write ${minReadySeconds + 300}`,
          },
        ]
      : []),
  ];
}

function isZero(value: IntOrString): boolean {
  return /^0%?$/.test(String(typeof value === 'object' ? value.value : value));
}
