import { oneOf, satisfying } from '../checks/check';
import { nameInPod } from '../checks/name';
import type { Check } from '../checks/problem';
import { type Bare, bare, valueAt } from './bare';
import { serviceName } from './network-checks';
import { orEmpty } from './or-nothing';
import { itsOwn, ownersSelector, selectingItsOwn } from './own-pods';
import type { Place } from './places';
import { claim } from './storage-values';
import { annotations, counts, labels, telling } from './value-checks';

/** Of a rollout or of a budget. */
export const share = part(/^0*(?:100|\d{1,2})%$/);
/** There may be more new pods than old ones. */
const surge = part(/^\d+%$/);

function part(percentage: RegExp): Check {
  return satisfying(
    (value) => (Number.isInteger(value) && (value as number) >= 0) || percentage.test(String(value)),
    'is no number of pods and no part of them',
    'a number, or a percentage such as "25%".',
    'correct it.',
  );
}

const isNone = (value: unknown) => value === 0 || /^0+%$/.test(String(value));

const rollout = telling(
  ({ maxSurge, maxUnavailable }) => !(isNone(maxSurge) && isNone(maxUnavailable)),
  'lets no pod start and none end',
  'maxSurge or maxUnavailable above 0.',
  'write maxSurge: 1.',
);

const strategy = telling(
  ({ type, rollingUpdate }) => rollingUpdate == null || !['Recreate', 'OnDelete'].includes(String(type)),
  'has rollingUpdate beside another type',
  "rollingUpdate beside type: 'RollingUpdate' alone.",
  'leave it out.',
);

export function templateAt(path: string): readonly Place[] {
  return [
    [`${path}/metadata/labels`, labels],
    [`${path}/metadata/annotations`, annotations],
    [`${path}/spec/nodeSelector`, labels],
  ];
}

const template = templateAt('spec/template');

const updating = orEmpty(oneOf('RollingUpdate', 'OnDelete'));

const patient = telling(
  ({ minReadySeconds, progressDeadlineSeconds }) =>
    Number(progressDeadlineSeconds ?? 600) > Number(minReadySeconds ?? 0),
  'gives up before a pod is ready for long enough',
  'progressDeadlineSeconds above minReadySeconds; it is 600 where nothing is said.',
  'raise progressDeadlineSeconds.',
);

const ofDaemons = telling(
  ({ type, rollingUpdate }) => type === 'OnDelete' || rollingUpdate == null || isOneWay(Object(rollingUpdate)),
  'replaces no pod, or each in two ways',
  'one of maxSurge and maxUnavailable above 0; maxUnavailable is 1 where nothing is said.',
  'write 0 for one of the two.',
);

const sharesOfDaemons: Check = (strategy) => {
  const { type, rollingUpdate } = Object(strategy);
  if (type === 'OnDelete') return [];
  const { maxSurge, maxUnavailable } = Object(rollingUpdate);
  return [maxSurge, maxUnavailable].filter((value) => value != null).flatMap(share);
};

function isOneWay({ maxSurge, maxUnavailable }: Bare): boolean {
  return isNone(maxSurge ?? 0) !== isNone(maxUnavailable ?? 1);
}

export const deployment: readonly Place[] = [
  ...counts('spec/replicas', 'spec/minReadySeconds', 'spec/revisionHistoryLimit', 'spec/progressDeadlineSeconds'),
  ...ownersSelector,
  ['spec', patient],
  ['spec/strategy', strategy],
  ['spec/strategy/type', orEmpty(oneOf('RollingUpdate', 'Recreate'))],
  ['spec/strategy/rollingUpdate', rollout],
  ['spec/strategy/rollingUpdate/maxSurge', surge],
  ['spec/strategy/rollingUpdate/maxUnavailable', share],
  ...template,
];

export const statefulSet: readonly Place[] = [
  ...counts('spec/replicas', 'spec/minReadySeconds'),
  ...counts('spec/ordinals/start', 'spec/updateStrategy/rollingUpdate/partition'),
  ...ownersSelector,
  ['spec/serviceName', orEmpty(serviceName)],
  ['spec/podManagementPolicy', orEmpty(oneOf('OrderedReady', 'Parallel'))],
  ['spec/updateStrategy', strategy],
  ['spec/updateStrategy/type', updating],
  ['spec/volumeClaimTemplates/*/metadata/name', nameInPod],
  ...claim('spec/volumeClaimTemplates/*/spec'),
  ...template,
];

export const daemonSet: readonly Place[] = [
  ...counts('spec/minReadySeconds', 'spec/revisionHistoryLimit'),
  ['spec/updateStrategy', ofDaemons],
  ['spec/updateStrategy', sharesOfDaemons],
  ['spec/updateStrategy/type', updating],
  ...ownersSelector,
  ...template,
];

export const replicaSet: readonly Place[] = [
  ...counts('spec/replicas', 'spec/minReadySeconds'),
  ...ownersSelector,
  ...template,
];

const labelled = telling(
  ({ selector, template }) => isFull(selector) || isFull(valueAt(bare(template), ['metadata', 'labels'])),
  'selects nothing',
  'a selector, or labels of the template, which stand for it.',
  "write such as selector: { app: 'api' }.",
);

/** Its selector is a map of labels, and that of its own pods if none is said. */
export const replicationController: readonly Place[] = [
  ...counts('spec/replicas', 'spec/minReadySeconds'),
  ['spec', labelled],
  ['spec', selectingItsOwn(({ selector, template }) => itsOwn({ selector: { matchLabels: selector }, template }))],
  ...template,
];

function isFull(labels: unknown): boolean {
  return Object.keys(bare(labels)).length > 0;
}
