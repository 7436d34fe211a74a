import type { k8s } from 'cdk8s-plus-28';
import type { Finding } from '../../checks/problem';
import { type FailureProps, numberOf } from './failure';

/** How pods share the work of a run. */
export interface ShareProps {
  /**
   * Into how many parts the work is cut, each with a pod that reads its number, from 0 on, in `JOB_COMPLETION_INDEX`: an
   * Indexed Job. `parallelism` says how many go at once, without it all of them. A laptop runs one at a time:
   * `docker compose run -e JOB_COMPLETION_INDEX=1 --rm <name>`.
   *
   * @default - the work is whole
   */
  readonly shards?: number;
  /**
   * How many pods go at once.
   *
   * @default - 1, or all shards
   */
  readonly parallelism?: number;
  /**
   * How many pods must succeed.
   *
   * @default - 1; none beside `parallelism`, whose pods share a queue: the run is done when one succeeds and all ended
   */
  readonly completions?: number;
  /**
   * Whether each pod has a number.
   *
   * @default - NonIndexed, or Indexed with shards
   */
  readonly completionMode?: 'NonIndexed' | 'Indexed';
  /**
   * How often one shard is tried again. `'none'` counts the failures of all together, by `backoffLimit`.
   *
   * @default - 2 with shards, else none
   */
  readonly backoffLimitPerIndex?: number | 'none';
  /**
   * How many shards may fail before the others are ended.
   *
   * @default - all are tried, and the run fails when one did
   */
  readonly maxFailedIndexes?: number;
}

type Share = Pick<
  k8s.JobSpec,
  'backoffLimit' | 'backoffLimitPerIndex' | 'completions' | 'completionMode' | 'maxFailedIndexes' | 'parallelism'
>;

export function shareOf(props: ShareProps & FailureProps): Share {
  const perIndex = perIndexOf(props);
  return {
    // Beside a limit of each index it would count the failures of all.
    backoffLimit: props.backoffLimit ?? (perIndex === undefined ? 3 : undefined),
    backoffLimitPerIndex: perIndex,
    completions: props.shards ?? props.completions ?? (props.parallelism === undefined ? 1 : undefined),
    completionMode: modeOf(props),
    maxFailedIndexes: props.maxFailedIndexes,
    parallelism: parallelismOf(props),
  };
}

function perIndexOf({ shards, backoffLimitPerIndex = shards === undefined ? 'none' : 2 }: ShareProps) {
  return numberOf(backoffLimitPerIndex);
}

function modeOf({ shards, completionMode }: ShareProps): 'NonIndexed' | 'Indexed' {
  return completionMode ?? (shards === undefined ? 'NonIndexed' : 'Indexed');
}

export function parallelismOf({ shards, parallelism = shards ?? 1 }: ShareProps): number {
  return parallelism;
}

/** Letters that an index adds to the name of a Job: together they are the host name of a pod. */
export function indexLetters(props: ShareProps): number {
  const { shards, completions = 1 } = props;
  return modeOf(props) === 'Indexed' ? `-${(shards ?? completions) - 1}`.length : 0;
}

/** What the API server refuses, or what would say the same thing twice. */
export function shareTogether(props: ShareProps & FailureProps): readonly Finding[] {
  const { shards, completions, completionMode } = props;
  const indexed = modeOf(props) === 'Indexed';
  const twice = shards === undefined ? [] : (['completions', 'completionMode'] as const);
  const alone = (['backoffLimitPerIndex', 'maxFailedIndexes'] as const).filter(
    (prop) => typeof props[prop] === 'number',
  );
  return [
    ...twice
      .filter((prop) => props[prop] !== undefined)
      .map((prop) => finding(prop, 'is what shards says', props[prop], 'shards alone', 'leave it out.')),
    ...(completionMode === 'Indexed' && shards === undefined && completions === undefined
      ? [finding('completionMode', 'counts nothing', 'Indexed', 'a number of completions', 'write shards instead.')]
      : []),
    ...(indexed ? [] : alone).map((prop) =>
      finding(prop, 'has no index to count', props[prop], 'an Indexed Job', 'write shards.'),
    ),
    ...(indexed && typeof props.maxFailedIndexes === 'number' && perIndexOf(props) === undefined
      ? [finding('maxFailedIndexes', 'needs a backoffLimitPerIndex', props.maxFailedIndexes, 'both', 'write both.')]
      : []),
    ...(failsIndexes(props) && perIndexOf(props) === undefined
      ? [finding('podFailurePolicy', 'ends one index, and none is counted', 'FailIndex', 'shards', 'write FailJob.')]
      : []),
  ];
}

function failsIndexes({ podFailurePolicy }: FailureProps): boolean {
  return typeof podFailurePolicy === 'object' && podFailurePolicy.rules.some(({ action }) => action === 'FailIndex');
}

function finding(prop: string, wrong: string, got: unknown, expected: string, fix: string): Finding {
  return { prop, wrong, got, expected: `${expected}.`, fix };
}
