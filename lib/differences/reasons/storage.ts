import type { Because, Reason } from './reason';

const storage: Because = {
  reason: 'how a cluster provides storage: a Docker volume has the disk of the laptop',
  means: 'a full volume shows only in a cluster',
};

const unchanged: Because = {
  reason: 'a guard against changes in the cluster: here the app alone writes the file',
  means: 'nothing',
};

export const reasonsOfStorage: readonly Reason[] = [
  {
    kinds: ['pod'],
    fields: ['spec/volumes/*/persistentVolumeClaim/readOnly'],
    only: false,
    reason: 'off in Compose too',
    means: 'nothing',
  },
  {
    kinds: ['StatefulSet'],
    fields: [
      'spec/volumeClaimTemplates/*/spec/accessModes/*',
      'spec/volumeClaimTemplates/*/spec/resources/requests/storage',
      'spec/volumeClaimTemplates/*/spec/storageClassName',
    ],
    ...storage,
  },
  {
    kinds: ['PersistentVolumeClaim'],
    fields: ['spec/accessModes/*', 'spec/resources/requests/storage', 'spec/storageClassName', 'spec/volumeMode'],
    ...storage,
  },
  { kinds: ['ConfigMap', 'Secret'], fields: ['immutable'], ...unchanged },
  {
    kinds: ['ConfigMap', 'Secret'],
    fields: ['data/*', 'stringData/*', 'binaryData/*'],
    reason: 'no container here asks for it',
    means: 'nothing',
  },
  {
    kinds: ['Secret'],
    fields: ['type'],
    reason: 'a check of what keys a Secret has, when it is made',
    means: 'nothing',
  },
];
