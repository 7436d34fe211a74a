import { integer, oneOf } from '../checks/check';
import type { Check } from '../checks/problem';
import type { Place } from './places';
import { selectorAt } from './selectors';
import { counts, some, telling } from './value-checks';
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
  (metric) => !Object.hasOwn(sources, String(metric.type)) || metric[sources[String(metric.type)] ?? ''] != null,
  'does not say what is measured',
  'the part that is called as its type.',
  "write such as { type: 'Resource', resource: { name: 'cpu', target: … } }.",
);

function target(...amounts: readonly string[]): Check {
  return telling(
    (said) => amounts.some((amount) => said[amount] != null),
    'has no amount',
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
  ...['resource', 'containerResource'].map(
    (source): Place => [`spec/metrics/*/${source}/target`, target('averageUtilization', 'averageValue')],
  ),
  ...['object', 'external'].map(
    (source): Place => [`spec/metrics/*/${source}/target`, target('value', 'averageValue')],
  ),
  ['spec/metrics/*/pods/target', target('averageValue')],
  ...['pods', 'object', 'external'].flatMap((source) => selectorAt(`spec/metrics/*/${source}/metric/selector`)),
  ['spec/metrics/*/resource/target/averageUtilization', integer(1, 2 ** 31 - 1, ', in percent', 80)],
  ['spec/behavior/scaleDown/policies', some],
  ['spec/behavior/scaleUp/policies', some],
  ...counts('spec/behavior/scaleDown/stabilizationWindowSeconds', 'spec/behavior/scaleUp/stabilizationWindowSeconds'),
];

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
