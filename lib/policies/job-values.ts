import { oneOf, satisfying } from '../checks/check';
import type { Check, Finding } from '../checks/problem';
import { schedule } from '../checks/schedule';
import { timeZone } from '../checks/time-zone';
import { everySeconds } from '../units/every';
import { countedInCronJob, indexesAt, nameOfJob } from './job-indexes';
import { isNothing, orEmpty } from './or-nothing';
import { isEmpty, itsOwn } from './own-pods';
import type { Place } from './places';
import { selectorAt } from './selectors';
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

const inOrder: Check = satisfying(
  (value) => !Array.isArray(value) || value.every((code, index) => index === 0 || code > value[index - 1]),
  'are not in order, or one is there twice',
  'each once, the least first.',
  'sort them.',
);

const failing = telling(
  ({ operator, values }) => operator !== 'In' || ![values].flat().includes(0),
  'takes success for a failure',
  "another code than 0 beside operator: 'In'.",
  'leave 0 out.',
);

const replacing = telling(
  ({ podReplacementPolicy, podFailurePolicy }) =>
    podFailurePolicy == null || podReplacementPolicy == null || podReplacementPolicy === 'Failed',
  'replaces pods before its podFailurePolicy has seen them fail',
  "podReplacementPolicy: 'Failed' beside a podFailurePolicy.",
  'leave podReplacementPolicy out.',
);

export const job: readonly Place[] = [
  ['', nameOfJob],
  ['spec', selector],
  ...selectorAt('spec/selector'),
  ...jobAt('spec'),
];

export const cronJob: readonly Place[] = [
  ['spec/schedule', cron],
  ['spec/timeZone', timeZone],
  ['spec/concurrencyPolicy', orEmpty(oneOf('Allow', 'Forbid', 'Replace'))],
  ...counts('spec/successfulJobsHistoryLimit', 'spec/failedJobsHistoryLimit'),
  ...longs('spec/startingDeadlineSeconds'),
  ['spec/jobTemplate/spec', ofCronJob],
  ['spec/jobTemplate/spec', countedInCronJob],
  ...jobAt('spec/jobTemplate/spec'),
];

function jobAt(path: string): readonly Place[] {
  return [
    ...counts(
      ...['backoffLimit', 'parallelism', 'completions', 'ttlSecondsAfterFinished'].map((key) => `${path}/${key}`),
    ),
    ...longs(`${path}/activeDeadlineSeconds`),
    [`${path}/podFailurePolicy/rules/*/action`, oneOf('Count', 'FailIndex', 'FailJob', 'Ignore')],
    [`${path}/podFailurePolicy/rules/*`, oneReason],
    [`${path}/podFailurePolicy/rules/*/onExitCodes/operator`, oneOf('In', 'NotIn')],
    [path, replacing],
    ...indexesAt(path),
    [`${path}/podFailurePolicy/rules/*/onExitCodes`, failing],
    [`${path}/podFailurePolicy/rules/*/onExitCodes/values`, inOrder],
    [`${path}/podFailurePolicy/rules/*/onPodConditions/*/status`, orEmpty(oneOf('True', 'False', 'Unknown'))],
    [`${path}/podReplacementPolicy`, oneOf('Failed', 'TerminatingOrFailed')],
    ...templateAt(`${path}/template`),
  ];
}

/** The API server takes one that never fires, one that fires once an hour or day by too long a step, and a second for less. */
function cron(value: unknown): readonly Finding[] {
  return everySeconds(String(value)) > 0
    ? []
    : schedule(value).filter(({ wrong }) => !/^never fires|^holds a step .* longer/.test(wrong));
}
