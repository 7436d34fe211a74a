import { below, selectorAt } from './patterns';
import { alike, type Because, type Reason } from './reason';

/** Where a claim may stand, by the kinds that it is counted from. */
const places: readonly (readonly [kind: string, spec: string])[] = [
  ['PersistentVolumeClaim', 'spec'],
  ['StatefulSet', 'spec/volumeClaimTemplates/*/spec'],
  ['pod', 'spec/volumes/*/ephemeral/volumeClaimTemplate/spec'],
];

const called: Because = {
  reason: 'what an object of a cluster is called by: a Docker volume has a name',
  means: 'nothing',
};

const anew: Because = {
  reason: 'a volume that the cluster has already: that of Docker is a new one',
  means: 'the volume is empty here: what the other one holds is yours to bring',
};

const several: Because = {
  reason: 'how many nodes or pods may have it at once: on a laptop any number',
  means: 'a pod that must wait for the volume of another does so only in a cluster',
};

export const reasonsOfClaims: readonly Reason[] = [
  ...places.flatMap(([kind, spec]) => ofClaims([kind], spec)),
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
];

function ofClaims(kinds: readonly string[], spec: string): readonly Reason[] {
  const source = ['apiGroup', 'kind', 'name'];
  return [
    {
      kinds,
      fields: below(spec, 'resources/requests/storage', 'resources/limits/storage'),
      reason: 'how much of it there is: a Docker volume has the disk of the laptop',
      means: 'a full volume shows only in a cluster',
    },
    {
      kinds,
      fields: below(spec, 'storageClassName', 'volumeAttributesClassName'),
      reason: 'which storage a cluster provides: a Docker volume lies on the disk of the laptop',
      means: 'how fast a volume is, and what becomes of it, shows only in a cluster',
    },
    { kinds, fields: below(spec, 'accessModes/*'), only: 'ReadWriteMany', ...alike },
    { kinds, fields: below(spec, 'accessModes/*'), ...several },
    { kinds, fields: below(spec, 'volumeMode'), only: 'Filesystem', ...alike },
    {
      kinds,
      fields: below(spec, 'volumeMode'),
      reason: 'a raw disk: a volume of Docker is a folder',
      means: 'a program that wants the device itself does not find it',
    },
    { kinds, fields: [`${spec}/volumeName`, ...selectorAt(`${spec}/selector`)], ...anew },
    {
      kinds,
      fields: [...below(`${spec}/dataSource`, ...source), ...below(`${spec}/dataSourceRef`, ...source, 'namespace')],
      reason: 'what a cluster fills it with when it is new: Docker fills it with nothing',
      means: 'the volume is empty here: what it is copied from is yours to bring',
    },
  ];
}
