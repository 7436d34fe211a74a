import { oneOf } from '../checks/check';
import type { Finding } from '../checks/problem';
import { schedule } from '../checks/schedule';
import { timeZone } from '../checks/time-zone';
import { everySeconds } from '../units/every';
import { isNothing, orEmpty } from './or-nothing';
import type { Place } from './places';
import { isEmpty, itsOwn, selectorAt } from './selectors';
import { counts, longs, telling } from './value-checks';
import { templateAt } from './workload-values';

/** A Job selects by a label of its own making, unless it is told to do otherwise. */
const selector = telling(
  (spec) => (spec.manualSelector === true ? spec.selector != null && itsOwn(spec) : isEmpty(spec.selector)),
  'selects pods as Jobs do not',
  'no selector, or manualSelector: true and a selector whose labels the template has.',
  'leave the selector out.',
);

const ofCronJob = telling(
  ({ manualSelector, selector }) => manualSelector !== true && isNothing(selector),
  'selects pods as Jobs of a CronJob do not',
  'no selector and no manualSelector.',
  'leave them out.',
);

const oneReason = telling(
  ({ onExitCodes, onPodConditions }) => (onExitCodes == null) !== isNothing(onPodConditions),
  'is not one reason',
  'one of onExitCodes and onPodConditions.',
  'write one of them.',
);

const oneSuccess = telling(
  ({ succeededIndexes, succeededCount }) => succeededIndexes != null || succeededCount != null,
  'does not say what has to succeed',
  'succeededIndexes, succeededCount, or both.',
  "write such as succeededIndexes: '0'.",
);

const ofIndexes = ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy'];

const indexed = telling(
  (spec) => spec.completionMode === 'Indexed' || ofIndexes.every((key) => spec[key] == null),
  'counts indexes without having any',
  "completionMode: 'Indexed', or none of backoffLimitPerIndex, maxFailedIndexes and successPolicy.",
  "write completionMode: 'Indexed' and completions.",
);

export const job: readonly Place[] = [['spec', selector], ...selectorAt('spec/selector'), ...jobAt('spec')];

export const cronJob: readonly Place[] = [
  ['spec/schedule', cron],
  ['spec/timeZone', timeZone],
  ['spec/concurrencyPolicy', orEmpty(oneOf('Allow', 'Forbid', 'Replace'))],
  ...counts('spec/successfulJobsHistoryLimit', 'spec/failedJobsHistoryLimit'),
  ...longs('spec/startingDeadlineSeconds'),
  ['spec/jobTemplate/spec', ofCronJob],
  ...jobAt('spec/jobTemplate/spec'),
];

function jobAt(path: string): readonly Place[] {
  return [
    ...counts(
      ...['backoffLimit', 'parallelism', 'completions', 'ttlSecondsAfterFinished'].map((key) => `${path}/${key}`),
    ),
    ...longs(`${path}/activeDeadlineSeconds`),
    ...counts(`${path}/backoffLimitPerIndex`, `${path}/maxFailedIndexes`),
    [`${path}/completionMode`, oneOf('NonIndexed', 'Indexed')],
    [`${path}/podFailurePolicy/rules/*/action`, oneOf('Count', 'FailIndex', 'FailJob', 'Ignore')],
    [`${path}/podFailurePolicy/rules/*`, oneReason],
    [`${path}/podFailurePolicy/rules/*/onExitCodes/operator`, oneOf('In', 'NotIn')],
    [`${path}/successPolicy/rules/*`, oneSuccess],
    [path, indexed],
    ...templateAt(`${path}/template`),
  ];
}

/** The API server takes one that never fires, one that fires once an hour or day by too long a step, and a second for less. */
function cron(value: unknown): readonly Finding[] {
  return everySeconds(String(value)) > 0
    ? []
    : schedule(value).filter(({ wrong }) => !/^never fires|^holds a step .* longer/.test(wrong));
}
