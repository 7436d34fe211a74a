import { integer, oneOf } from '../checks/check';
import type { Place } from './places';
import { counts, telling } from './value-checks';
import { share } from './workload-values';

const scaled = telling(
  ({ minReplicas, maxReplicas }) => !(Number(minReplicas ?? 1) > Number(maxReplicas ?? Number.NaN)),
  'has minReplicas above maxReplicas',
  'minReplicas that is no more than maxReplicas.',
  'lower one or raise the other.',
);

export const autoscaler: readonly Place[] = [
  ['spec', scaled],
  ['spec/maxReplicas', integer(1, 2 ** 31 - 1, '', 3)],
  ['spec/minReplicas', integer(1, 2 ** 31 - 1, '', 1)],
  ['spec/metrics/*/type', oneOf('ContainerResource', 'External', 'Object', 'Pods', 'Resource')],
  ['spec/metrics/*/resource/target/averageUtilization', integer(1, 2 ** 31 - 1, ', in percent', 80)],
  ...counts('spec/behavior/scaleDown/stabilizationWindowSeconds', 'spec/behavior/scaleUp/stabilizationWindowSeconds'),
];

export const budget: readonly Place[] = [
  [
    'spec',
    telling(
      ({ minAvailable, maxUnavailable }) => minAvailable == null || maxUnavailable == null,
      'has minAvailable and maxUnavailable',
      'one of the two.',
      'leave one out.',
    ),
  ],
  ['spec/minAvailable', share],
  ['spec/maxUnavailable', share],
  ['spec/unhealthyPodEvictionPolicy', oneOf('IfHealthyBudget', 'AlwaysAllow')],
];
