import { below, selectorAt } from './patterns';
import { alike, type Because, type Reason, selection, unsaid } from './reason';

const inPlace: Because = {
  reason: 'how a cluster replaces pods: Compose replaces a container in place',
  means: 'docker compose up interrupts the service for a moment',
};

const claims: Because = {
  reason: 'when a cluster deletes claims: a volume stays until you delete it',
  means: 'the data stays until docker compose down --volumes',
};

/** What those say whose pods keep running; of jobs: jobs.ts. */
export const reasonsOfPodOwners: readonly Reason[] = [
  {
    kinds: ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'],
    fields: selectorAt('spec/selector'),
    ...selection,
  },
  { kinds: ['ReplicationController'], fields: ['spec/selector', 'spec/selector/*'], ...selection },
  {
    kinds: ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'ReplicationController'],
    fields: ['spec/minReadySeconds'],
    reason: 'how long a new pod is watched before the next one is replaced: here there is no next one',
    means: 'nothing',
  },
  {
    kinds: ['Deployment', 'StatefulSet', 'DaemonSet'],
    fields: ['spec/revisionHistoryLimit'],
    reason: 'how many former versions a cluster keeps to go back to: Compose keeps none',
    means: 'nothing: to go back is to run what was committed before',
  },
  {
    kinds: ['Deployment'],
    fields: ['spec/progressDeadlineSeconds'],
    reason: 'when a cluster reports that a change does not get ahead: whoever waits for docker compose up sees it',
    means: 'nothing',
  },
  { kinds: ['Deployment'], fields: ['spec/paused'], only: false, ...alike },
  {
    kinds: ['Deployment'],
    fields: ['spec/paused'],
    reason: 'holds back what changes: Compose changes what it is told to',
    means: 'a change of the pod runs here, and not yet in a cluster',
  },
  { kinds: ['Deployment'], fields: ['spec/strategy/type'], only: 'Recreate', ...alike },
  { kinds: ['Deployment'], fields: ['spec/strategy', 'spec/strategy/rollingUpdate'], ...unsaid },
  {
    kinds: ['Deployment'],
    fields: below('spec/strategy', 'type', 'rollingUpdate/maxSurge', 'rollingUpdate/maxUnavailable'),
    ...inPlace,
  },
  {
    kinds: ['StatefulSet', 'DaemonSet'],
    fields: below('spec', 'updateStrategy', 'updateStrategy/rollingUpdate'),
    ...unsaid,
  },
  {
    kinds: ['StatefulSet', 'DaemonSet'],
    fields: ['spec/updateStrategy/type'],
    only: 'OnDelete',
    reason: 'a pod stays as it is until somebody deletes it: Compose replaces a container that changed',
    means: 'a change of the pod runs here, and not yet in a cluster',
  },
  {
    kinds: ['StatefulSet', 'DaemonSet'],
    fields: below('spec/updateStrategy', 'type', 'rollingUpdate/maxUnavailable'),
    ...inPlace,
  },
  { kinds: ['StatefulSet'], fields: ['spec/updateStrategy/rollingUpdate/partition'], ...inPlace },
  { kinds: ['DaemonSet'], fields: ['spec/updateStrategy/rollingUpdate/maxSurge'], ...inPlace },
  {
    kinds: ['StatefulSet'],
    fields: ['spec/podManagementPolicy'],
    reason: 'the order of several pods, of which no two run here',
    means: 'nothing',
  },
  {
    kinds: ['StatefulSet'],
    fields: below('spec/persistentVolumeClaimRetentionPolicy', 'whenDeleted', 'whenScaled'),
    only: 'Retain',
    ...alike,
  },
  {
    kinds: ['StatefulSet'],
    fields: below('spec/persistentVolumeClaimRetentionPolicy', 'whenDeleted', 'whenScaled'),
    ...claims,
  },
];
