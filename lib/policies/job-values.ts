import { oneOf, satisfying } from '../checks/check';
import type { Check, Finding } from '../checks/problem';
import { schedule } from '../checks/schedule';
import { timeZone } from '../checks/time-zone';
import { everySeconds } from '../units/every';
import { bare, mapsAt } from './bare';
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

const failIndex = telling(
  ({ backoffLimitPerIndex, podFailurePolicy }) =>
    backoffLimitPerIndex != null ||
    mapsAt(bare(podFailurePolicy), 'rules').every(({ action }) => action !== 'FailIndex'),
  'fails indexes, and has no limit for each',
  "action: 'FailIndex' beside backoffLimitPerIndex.",
  "write action: 'FailJob'.",
);

const counted = telling(
  ({ completionMode, completions }) => completionMode !== 'Indexed' || completions != null,
  'counts to nowhere',
  "completions beside completionMode: 'Indexed'.",
  'write completions: 1.',
);

const ofIndexes = ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy'];

const indexed = telling(
  (spec) => spec.completionMode === 'Indexed' || ofIndexes.every((key) => spec[key] == null),
  'counts indexes without having any',
  "completionMode: 'Indexed', or none of backoffLimitPerIndex, maxFailedIndexes and successPolicy.",
  "write completionMode: 'Indexed' and completions.",
);

const perIndex = telling(
  ({ backoffLimitPerIndex, maxFailedIndexes, completions }) =>
    maxFailedIndexes == null || (backoffLimitPerIndex != null && !(Number(maxFailedIndexes) > Number(completions))),
  'has maxFailedIndexes without a limit for each, or above its completions',
  'maxFailedIndexes beside backoffLimitPerIndex, and no more than completions.',
  'correct it, or leave it out.',
);

const replacing = telling(
  ({ podReplacementPolicy, podFailurePolicy }) =>
    podFailurePolicy == null || podReplacementPolicy == null || podReplacementPolicy === 'Failed',
  'replaces pods before its podFailurePolicy has seen them fail',
  "podReplacementPolicy: 'Failed' beside a podFailurePolicy.",
  'leave podReplacementPolicy out.',
);

/** Its pods bear its name as a label, and those that are counted as their host name. */
const named: Check = (job) => {
  const { metadata, spec } = Object(job);
  const { manualSelector, completionMode, completions } = Object(spec);
  const name = String(Object(metadata).name ?? '');
  const isCounted = completionMode === 'Indexed';
  const pod = isCounted ? `${name}-${Math.max(0, Number(completions ?? 1) - 1)}` : name;
  if (isCounted && name.includes('.')) return [wrongName(name, 'holds a dot: its pods are hosts of that name')];
  if (pod.length <= 63 || (manualSelector === true && !isCounted)) return [];
  return [wrongName(name, `is too long for its pods, which would be called by ${pod.length} characters`)];
};

function wrongName(got: string, wrong: string): Finding {
  return {
    prop: 'metadata/name',
    wrong,
    got,
    expected: 'at most 63 characters, the number of a pod among them.',
    fix: 'write another one.',
  };
}

export const job: readonly Place[] = [
  ['', named],
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
  ['spec/jobTemplate/spec', counted],
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
    [path, failIndex],
    [path, perIndex],
    [path, replacing],
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
