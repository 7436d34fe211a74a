import { below, selectorAt } from './patterns';
import type { Because, Reason } from './reason';

const storage: Because = {
  reason: 'how a cluster provides storage: a Docker volume has the disk of the laptop',
  means: 'a full volume shows only in a cluster',
};

/** The fields of a claim, wherever one stands. */
const claim = [
  'accessModes/*',
  'resources/requests/storage',
  'resources/limits/storage',
  'storageClassName',
  'volumeMode',
  'volumeName',
  'volumeAttributesClassName',
  ...selectorAt('selector'),
  'dataSource/apiGroup',
  'dataSource/kind',
  'dataSource/name',
  'dataSourceRef/apiGroup',
  'dataSourceRef/kind',
  'dataSourceRef/name',
  'dataSourceRef/namespace',
].map((field) => `spec/${field}`);

const unchanged: Because = {
  reason: 'a guard against changes in the cluster: here the app alone writes the file',
  means: 'nothing',
};

const called: Because = {
  reason: 'what an object of a cluster is called by: a Docker volume has a name',
  means: 'nothing',
};

const unasked: Because = { reason: 'no container here asks for it', means: 'nothing' };

export const reasonsOfStorage: readonly Reason[] = [
  { kinds: ['StatefulSet'], fields: claim.map((field) => `spec/volumeClaimTemplates/*/${field}`), ...storage },
  { kinds: ['PersistentVolumeClaim'], fields: claim, ...storage },
  {
    kinds: ['pod'],
    fields: claim.map((field) => `spec/volumes/*/ephemeral/volumeClaimTemplate/${field}`),
    reason: 'how a cluster provides storage for as long as a pod lives: a Docker volume keeps its content',
    means: 'what one run leaves there the next one finds: docker compose down --volumes',
  },
  {
    kinds: ['StatefulSet'],
    fields: below('spec/volumeClaimTemplates/*', 'apiVersion', 'kind', 'metadata/labels/*', 'metadata/annotations/*'),
    ...called,
  },
  {
    kinds: ['pod'],
    fields: below('spec/volumes/*/ephemeral/volumeClaimTemplate/metadata', 'labels/*', 'annotations/*'),
    ...called,
  },
  { kinds: ['ConfigMap', 'Secret'], fields: ['immutable'], ...unchanged },
  { kinds: ['ConfigMap'], fields: ['data', 'data/*', 'binaryData', 'binaryData/*'], ...unasked },
  { kinds: ['Secret'], fields: ['data', 'data/*', 'stringData', 'stringData/*'], ...unasked },
  {
    kinds: ['Secret'],
    fields: ['type'],
    reason: 'a check of what keys a Secret has, when it is made',
    means: 'nothing',
  },
];
