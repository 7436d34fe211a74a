import { type Because, type Reason, selection } from './reason';

const inPlace: Because = {
  reason: 'how a cluster replaces pods: Compose replaces a container in place',
  means: 'docker compose up interrupts the service for a moment',
};

const byHand: Because = {
  reason: 'how a cluster runs jobs: on a laptop they run by hand',
  means: 'overlap, deadlines and retries can only be tried in a cluster',
};

export const reasonsOfPodOwners: readonly Reason[] = [
  { kinds: ['Deployment', 'StatefulSet', 'DaemonSet'], fields: ['spec/selector/matchLabels/*'], ...selection },
  { kinds: ['Deployment', 'StatefulSet', 'DaemonSet'], fields: ['spec/minReadySeconds'], ...inPlace },
  {
    kinds: ['Deployment'],
    fields: [
      'spec/strategy/type',
      'spec/strategy/rollingUpdate/maxSurge',
      'spec/strategy/rollingUpdate/maxUnavailable',
      'spec/progressDeadlineSeconds',
      'spec/revisionHistoryLimit',
    ],
    ...inPlace,
  },
  {
    kinds: ['StatefulSet'],
    fields: ['spec/updateStrategy/type', 'spec/updateStrategy/rollingUpdate/partition'],
    ...inPlace,
  },
  {
    kinds: ['StatefulSet'],
    fields: ['spec/podManagementPolicy'],
    reason: 'the order of members: a laptop runs one',
    means: 'nothing',
  },
  {
    kinds: ['CronJob'],
    fields: [
      'spec/concurrencyPolicy',
      'spec/startingDeadlineSeconds',
      'spec/successfulJobsHistoryLimit',
      'spec/failedJobsHistoryLimit',
      'spec/jobTemplate/spec/backoffLimit',
      'spec/jobTemplate/spec/activeDeadlineSeconds',
    ],
    ...byHand,
  },
  { kinds: ['CronJob'], fields: ['spec/suspend'], only: false, ...byHand },
  {
    kinds: ['Job'],
    fields: ['spec/backoffLimit', 'spec/activeDeadlineSeconds', 'spec/ttlSecondsAfterFinished'],
    ...byHand,
  },
];
