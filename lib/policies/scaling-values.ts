import { integer, oneOf } from '../checks/check';
import type { Check } from '../checks/problem';
import type { Place } from './places';
import { selectorAt } from './selectors';
import { aboveZero, some, telling } from './value-checks';
import { share } from './workload-values';

const scaled = telling(
  ({ minReplicas, maxReplicas }) => !(Number(minReplicas ?? 1) > Number(maxReplicas ?? Number.NaN)),
  'has minReplicas above maxReplicas',
  'minReplicas that is no more than maxReplicas.',
  'lower one or raise the other.',
);

const sources: Readonly<Record<string, string>> = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
};

const measured = telling(
  // Another type is told by itself.
  (metric) =>
    !Object.hasOwn(sources, String(metric.type)) ||
    Object.entries(sources).every(([type, key]) => (metric[key] != null) === (type === metric.type)),
  'does not say what is measured, or something else',
  'the part that is called as its type, alone.',
  "write such as { type: 'Resource', resource: { name: 'cpu', target: … } }.",
);

function target(most: number, ...amounts: readonly string[]): Check {
  return telling(
    (said) =>
      amounts.some((amount) => said[amount] != null) && amounts.filter((amount) => said[amount] != null).length <= most,
    'has no amount, or two',
    `one of ${amounts.join(' and ')}.`,
    'write one of them.',
  );
}

const scalable = telling(
  ({ kind, apiVersion }) => kind === 'ReplicationController' || String(apiVersion).includes('/'),
  'is in no group of the API',
  'an apiVersion such as apps/v1.',
  "write apiVersion: 'apps/v1'.",
);

const replicas: readonly Place[] = [
  ['spec', scaled],
  ['spec/scaleTargetRef', scalable],
  ['spec/maxReplicas', integer(1, 2 ** 31 - 1, '', 3)],
];

/** Of autoscaling/v1. */
export const simpleAutoscaler: readonly Place[] = [
  ...replicas,
  ['spec/minReplicas', integer(0, 2 ** 31 - 1, '', 1)],
  ['spec/targetCPUUtilizationPercentage', integer(1, 2 ** 31 - 1, ', in percent', 80)],
];

export const autoscaler: readonly Place[] = [
  ...replicas,
  ['spec/minReplicas', integer(1, 2 ** 31 - 1, '', 1)],
  ['spec/metrics/*/type', oneOf(...Object.keys(sources))],
  ['spec/metrics/*', measured],
  ...['resource', 'containerResource'].flatMap((source): readonly Place[] => [
    [`spec/metrics/*/${source}/target`, target(1, 'averageUtilization', 'averageValue')],
    [`spec/metrics/*/${source}/target/averageUtilization`, integer(1, 2 ** 31 - 1, ', in percent', 80)],
  ]),
  ['spec/metrics/*/object/target', target(2, 'value', 'averageValue')],
  ['spec/metrics/*/external/target', target(1, 'value', 'averageValue')],
  ['spec/metrics/*/pods/target', target(1, 'averageValue')],
  ...Object.values(sources).map(
    (source): Place => [`spec/metrics/*/${source}/target/type`, oneOf('Utilization', 'AverageValue', 'Value')],
  ),
  ...Object.values(sources).flatMap((source) =>
    ['value', 'averageValue'].map(
      (key): Place => [`spec/metrics/*/${source}/target/${key}`, aboveZero('amount', '500m')],
    ),
  ),
  ...paceAt('spec/behavior/scaleDown'),
  ...paceAt('spec/behavior/scaleUp'),
];

function paceAt(path: string): readonly Place[] {
  return [
    [`${path}/policies`, some],
    [`${path}/policies/*/type`, oneOf('Pods', 'Percent')],
    [`${path}/policies/*/value`, integer(1, 2 ** 31 - 1, '', 1)],
    [`${path}/policies/*/periodSeconds`, integer(1, 1800, ', in seconds: half an hour at most', 60)],
    [`${path}/selectPolicy`, oneOf('Max', 'Min', 'Disabled')],
    [`${path}/stabilizationWindowSeconds`, integer(0, 3600, ', in seconds: an hour at most', 300)],
  ];
}

export const budget: readonly Place[] = [
  ...selectorAt('spec/selector'),
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

/** Of whom pods are started first, or go first. */
export const priority: readonly Place[] = [
  ['value', integer(-(2 ** 31), 10 ** 9, '', 1000)],
  ['preemptionPolicy', oneOf('PreemptLowerPriority', 'Never')],
];
