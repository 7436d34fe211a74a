import { oneOf, satisfying } from '../checks/check';
import { objectName } from '../checks/name';
import type { Check } from '../checks/problem';
import { schedule } from '../checks/schedule';
import { timeZone } from '../checks/time-zone';
import { everySeconds } from '../units/every';
import { parseQuantity } from '../units/quantity';
import { orEmpty } from './or-nothing';
import type { Place } from './places';
import { annotations, counts, labels, longs, some, telling } from './value-checks';

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

const isNothing = (value: unknown) => value === 0 || value === '0%';

const rollout = telling(
  ({ maxSurge, maxUnavailable }) => !(isNothing(maxSurge) && isNothing(maxUnavailable)),
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

const selecting = telling(
  ({ selector, template }) => {
    const { labels: said } = Object(Object(template).metadata);
    const wanted = Object.entries(Object(Object(selector).matchLabels));
    return wanted.every(([key, value]) => Object(said)[key] === value);
  },
  'selects other pods than those of its template',
  'a selector whose labels the template has.',
  'write the same labels in both.',
);

const template: readonly Place[] = [
  ['spec/template/metadata/labels', labels],
  ['spec/template/metadata/annotations', annotations],
  ['spec/template/spec/nodeSelector', labels],
];

const sizeAbove: Check = satisfying(
  (value) => (parseQuantity(String(value))?.numerator ?? 0n) > 0n,
  'is no size above zero',
  'a size such as "20Gi".',
  'correct it.',
);

export function claim(path: string): readonly Place[] {
  return [
    [`${path}/accessModes`, some],
    [`${path}/accessModes/*`, oneOf('ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod')],
    [`${path}/volumeMode`, oneOf('Filesystem', 'Block')],
    [`${path}/storageClassName`, orEmpty(objectName)],
    [`${path}/resources/requests/storage`, sizeAbove],
  ];
}

function jobAt(path: string): readonly Place[] {
  return [
    ...counts(
      ...['backoffLimit', 'parallelism', 'completions', 'ttlSecondsAfterFinished'].map((key) => `${path}/${key}`),
    ),
    ...longs(`${path}/activeDeadlineSeconds`),
    [`${path}/completionMode`, oneOf('NonIndexed', 'Indexed')],
    [`${path}/podFailurePolicy/rules/*/action`, oneOf('Count', 'FailIndex', 'FailJob', 'Ignore')],
    [`${path}/podFailurePolicy/rules/*/onExitCodes/values`, some],
    ...template.map(([at, check]): Place => [at.replace('spec', path), check]),
  ];
}

/** The API server takes one that never fires, one that fires once an hour or day by too long a step, and a second for less. */
const cron: Check = (value) =>
  everySeconds(String(value)) > 0
    ? []
    : schedule(value).filter(({ wrong }) => !/^never fires|^holds a step .* longer/.test(wrong));

export const deployment: readonly Place[] = [
  ...counts('spec/replicas', 'spec/minReadySeconds', 'spec/revisionHistoryLimit', 'spec/progressDeadlineSeconds'),
  ['spec', selecting],
  ['spec/strategy', strategy],
  ['spec/strategy/rollingUpdate', rollout],
  ['spec/strategy/rollingUpdate/maxSurge', surge],
  ['spec/strategy/rollingUpdate/maxUnavailable', share],
  ...template,
];

export const statefulSet: readonly Place[] = [
  ...counts('spec/replicas', 'spec/ordinals/start', 'spec/updateStrategy/rollingUpdate/partition'),
  ['spec', selecting],
  ['spec/podManagementPolicy', orEmpty(oneOf('OrderedReady', 'Parallel'))],
  ['spec/updateStrategy', strategy],
  ...claim('spec/volumeClaimTemplates/*/spec'),
  ...template,
];

export const daemonSet: readonly Place[] = [['spec', selecting], ...template];

export const job: readonly Place[] = jobAt('spec');

export const cronJob: readonly Place[] = [
  ['spec/schedule', cron],
  ['spec/timeZone', timeZone],
  ['spec/concurrencyPolicy', orEmpty(oneOf('Allow', 'Forbid', 'Replace'))],
  ...counts('spec/successfulJobsHistoryLimit', 'spec/failedJobsHistoryLimit'),
  ...longs('spec/startingDeadlineSeconds'),
  ...jobAt('spec/jobTemplate/spec'),
];
