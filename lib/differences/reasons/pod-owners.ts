import { below, selectorAt } from './patterns';
import { type Because, type Reason, selection } from './reason';

const owners = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job'];

const updates = ['spec/updateStrategy', ...below('spec/updateStrategy', 'type', 'rollingUpdate')];

const inPlace: Because = {
  reason: 'how a cluster replaces pods: Compose replaces a container in place',
  means: 'docker compose up interrupts the service for a moment',
};

const byHand: Because = {
  reason: 'how a cluster runs jobs: on a laptop they run by hand',
  means: 'overlap, deadlines and retries can only be tried in a cluster',
};

const oneRun: Because = {
  reason: 'how many pods share the work: docker compose run starts one',
  means: 'it does the work of one: start it again for the next',
};

const heldBack: Because = { reason: 'its start is held back: on a laptop it runs by hand', means: 'nothing' };

const everyNode: Because = {
  reason: 'how a cluster replaces the pods of its nodes: a laptop is one',
  means: 'docker compose up interrupts the service for a moment',
};

export const reasonsOfPodOwners: readonly Reason[] = [
  { kinds: owners, fields: selectorAt('spec/selector'), ...selection },
  { kinds: ['ReplicationController'], fields: ['spec/selector', 'spec/selector/*'], ...selection },
  { kinds: ['CronJob'], fields: selectorAt('spec/jobTemplate/spec/selector'), ...selection },
  {
    kinds: ['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController'],
    fields: ['spec/minReadySeconds'],
    ...inPlace,
  },
  { kinds: ['Deployment', 'StatefulSet'], fields: ['spec/revisionHistoryLimit'], ...inPlace },
  {
    kinds: ['Deployment'],
    fields: [
      ...below('spec/strategy', 'type', 'rollingUpdate', 'rollingUpdate/maxSurge', 'rollingUpdate/maxUnavailable'),
      ...below('spec', 'strategy', 'progressDeadlineSeconds'),
    ],
    ...inPlace,
  },
  {
    kinds: ['Deployment'],
    fields: ['spec/paused'],
    only: false,
    ...inPlace,
  },
  {
    kinds: ['Deployment'],
    fields: ['spec/paused'],
    reason: 'holds back what changes: Compose changes what it is told to',
    means: 'a change of the pod runs here, and not yet in a cluster',
  },
  {
    kinds: ['StatefulSet'],
    fields: [...updates, ...below('spec/updateStrategy/rollingUpdate', 'partition', 'maxUnavailable')],
    ...inPlace,
  },
  {
    kinds: ['DaemonSet'],
    fields: [
      ...below('spec', 'minReadySeconds', 'revisionHistoryLimit'),
      ...updates,
      ...below('spec/updateStrategy/rollingUpdate', 'maxSurge', 'maxUnavailable'),
    ],
    ...everyNode,
  },
  {
    kinds: ['StatefulSet'],
    fields: ['spec/podManagementPolicy'],
    reason: 'the order of several pods, of which no two run here',
    means: 'nothing',
  },
  {
    kinds: ['StatefulSet'],
    fields: below('spec/persistentVolumeClaimRetentionPolicy', 'whenDeleted', 'whenScaled'),
    reason: 'when a cluster deletes claims: a volume stays until you delete it',
    means: 'docker compose down --volumes',
  },
  {
    kinds: ['CronJob'],
    fields: below(
      'spec',
      'concurrencyPolicy',
      'startingDeadlineSeconds',
      'successfulJobsHistoryLimit',
      'failedJobsHistoryLimit',
    ),
    ...byHand,
  },
  { kinds: ['CronJob'], fields: ['spec/suspend'], only: false, ...byHand },
  {
    kinds: ['CronJob'],
    fields: ['spec/suspend'],
    reason: 'its schedule is held back: on a laptop it runs by hand',
    means: 'nothing',
  },
  { kinds: ['Job'], fields: jobs('spec'), ...byHand },
  { kinds: ['CronJob'], fields: jobs('spec/jobTemplate/spec'), ...byHand },
  { kinds: ['Job'], fields: several('spec'), ...oneRun },
  { kinds: ['CronJob'], fields: several('spec/jobTemplate/spec'), ...oneRun },
  { kinds: ['Job'], fields: ['spec/suspend'], only: false, ...byHand },
  { kinds: ['Job'], fields: ['spec/suspend'], ...heldBack },
  { kinds: ['CronJob'], fields: ['spec/jobTemplate/spec/suspend'], ...heldBack },
];

function jobs(place: string): readonly string[] {
  const rule = `${place}/podFailurePolicy/rules/*`;
  return [
    ...below(place, 'activeDeadlineSeconds', 'backoffLimit', 'backoffLimitPerIndex', 'maxFailedIndexes'),
    ...below(place, 'ttlSecondsAfterFinished', 'podReplacementPolicy', 'managedBy', 'manualSelector'),
    `${rule}/action`,
    ...below(`${rule}/onExitCodes`, 'containerName', 'operator', 'values/*'),
    ...below(`${rule}/onPodConditions/*`, 'type', 'status'),
    ...below(`${place}/successPolicy/rules/*`, 'succeededCount', 'succeededIndexes'),
  ];
}

function several(place: string): readonly string[] {
  return below(place, 'completions', 'parallelism', 'completionMode');
}
