import { oneOf } from '../checks/check';
import type { Check, Finding } from '../checks/problem';
import { bare, mapsAt } from './bare';
import type { Place } from './places';
import { counts, telling } from './value-checks';

/** A Job whose pods each have a number, and of others what is for such a Job. */
export function indexesAt(path: string): readonly Place[] {
  return [
    ...counts(`${path}/backoffLimitPerIndex`, `${path}/maxFailedIndexes`),
    [`${path}/completionMode`, oneOf('NonIndexed', 'Indexed')],
    [`${path}/successPolicy/rules/*`, oneSuccess],
    [path, indexed],
    [path, failIndex],
    [path, perIndex],
  ];
}

/** Of a Job by itself it is one, where nothing is said. */
export const countedInCronJob = telling(
  ({ completionMode, completions }) => completionMode !== 'Indexed' || completions != null,
  'counts to nowhere',
  "completions beside completionMode: 'Indexed'.",
  'write completions: 1.',
);

/** Its pods bear its name as a label, and those that are counted as their host name. */
export const nameOfJob: Check = (job) => {
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

const oneSuccess = telling(
  ({ succeededIndexes, succeededCount }) => succeededIndexes != null || succeededCount != null,
  'does not say what has to succeed',
  'succeededIndexes, succeededCount, or both.',
  "write such as succeededIndexes: '0'.",
);

const failIndex = telling(
  ({ backoffLimitPerIndex, podFailurePolicy }) =>
    backoffLimitPerIndex != null ||
    mapsAt(bare(podFailurePolicy), 'rules').every(({ action }) => action !== 'FailIndex'),
  'fails indexes, and has no limit for each',
  "action: 'FailIndex' beside backoffLimitPerIndex.",
  "write action: 'FailJob'.",
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
