import { below, selectorAt } from './patterns';
import { alike, type Because, type Reason, selection } from './reason';

const byHand: Because = {
  reason: 'how a cluster runs jobs: on a laptop they run by hand',
  means: 'overlap, deadlines and retries can only be tried in a cluster',
};

const oneRun: Because = {
  reason: 'how many pods share the work: docker compose run starts one',
  means: 'a run does the work of one pod: start it again for the next',
};

/** What only Jobs and CronJobs say. */
export const reasonsOfJobs: readonly Reason[] = [
  { kinds: ['CronJob'], fields: ['spec/suspend'], only: false, ...alike },
  {
    kinds: ['CronJob'],
    fields: ['spec/suspend'],
    reason: 'its schedule is held back: on a laptop it runs by hand',
    means: 'nothing',
  },
  { kinds: ['CronJob'], fields: ['spec/concurrencyPolicy'], only: 'Allow', ...alike },
  { kinds: ['CronJob'], fields: below('spec', 'concurrencyPolicy', 'startingDeadlineSeconds'), ...byHand },
  {
    kinds: ['CronJob'],
    fields: below('spec', 'successfulJobsHistoryLimit', 'failedJobsHistoryLimit'),
    reason: 'how many finished Jobs a cluster keeps: whoever runs one by hand sees its end',
    means: 'nothing',
  },
  ...ofJobs('Job', 'spec'),
  ...ofJobs('CronJob', 'spec/jobTemplate/spec'),
];

function ofJobs(kind: string, place: string): readonly Reason[] {
  const kinds = [kind];
  const rule = `${place}/podFailurePolicy/rules/*`;
  return [
    { kinds, fields: [...selectorAt(`${place}/selector`), `${place}/manualSelector`], ...selection },
    { kinds, fields: below(place, 'suspend'), only: false, ...alike },
    {
      kinds,
      fields: below(place, 'suspend'),
      reason: 'its start is held back: on a laptop it runs by hand',
      means: 'nothing',
    },
    { kinds, fields: below(place, 'backoffLimit'), only: 0, ...alike },
    {
      kinds,
      fields: [
        ...below(place, 'activeDeadlineSeconds', 'backoffLimit', 'backoffLimitPerIndex', 'maxFailedIndexes'),
        ...below(place, 'podReplacementPolicy'),
        `${rule}/action`,
        ...below(`${rule}/onExitCodes`, 'containerName', 'operator', 'values/*'),
        ...below(`${rule}/onPodConditions/*`, 'type', 'status'),
        ...below(`${place}/successPolicy/rules/*`, 'succeededCount', 'succeededIndexes'),
      ],
      ...byHand,
    },
    {
      kinds,
      fields: below(place, 'ttlSecondsAfterFinished'),
      reason: 'when a cluster deletes what has finished: docker compose run --rm does so at once',
      means: 'nothing',
    },
    {
      kinds,
      fields: below(place, 'managedBy'),
      reason: 'a program of the cluster runs it: a laptop has none of those',
      means: 'what that program would do is not done',
    },
    { kinds, fields: below(place, 'completions', 'parallelism'), only: 1, ...alike },
    { kinds, fields: below(place, 'completionMode'), only: 'NonIndexed', ...alike },
    { kinds, fields: below(place, 'completions', 'parallelism', 'completionMode'), ...oneRun },
  ];
}
