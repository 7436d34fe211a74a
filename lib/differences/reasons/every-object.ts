import { below } from './patterns';
import { type Because, type Reason, selection } from './reason';

const notes: Because = { reason: 'notes for programs of a cluster', means: 'nothing' };

export const reasonsOfEveryObject: readonly Reason[] = [
  { kinds: ['*', 'pod'], fields: ['metadata/labels', 'metadata/labels/*'], ...selection },
  { kinds: ['*', 'pod'], fields: ['metadata/annotations', 'metadata/annotations/*'], ...notes },
  { kinds: ['CronJob'], fields: ['spec/jobTemplate/metadata/labels/*'], ...selection },
  { kinds: ['CronJob'], fields: ['spec/jobTemplate/metadata/annotations/*'], ...notes },
  {
    kinds: ['*'],
    fields: [
      'metadata/finalizers/*',
      ...below('metadata/ownerReferences/*', 'apiVersion', 'kind', 'name', 'uid', 'controller', 'blockOwnerDeletion'),
    ],
    reason: 'how a cluster deletes objects',
    means: 'nothing',
  },
  {
    kinds: ['pod'],
    fields: below('metadata', 'name', 'namespace', 'generateName', 'creationTimestamp'),
    reason: 'a pod is called by its owner',
    means: 'nothing',
  },
];
