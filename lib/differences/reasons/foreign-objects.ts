import type { Because } from './reason';

/** The groups of Kubernetes' own kinds; `v1` has none. */
const ownGroups = [
  '',
  'apps',
  'autoscaling',
  'batch',
  'extensions',
  'policy',
  ...[
    'admissionregistration',
    'apiextensions',
    'apiregistration',
    'authentication',
    'authorization',
    'certificates',
    'coordination',
    'discovery',
    'events',
    'flowcontrol.apiserver',
    'internal.apiserver',
    'networking',
    'node',
    'rbac.authorization',
    'resource',
    'scheduling',
    'storage',
    'storagemigration',
  ].map((group) => `${group}.k8s.io`),
];

const foreign: Because = {
  reason: 'an object for a program of the cluster that a laptop does not run',
  means: 'what that program would do or make is not there',
};

/** Why nothing is carried of an object whose kind is somebody's own. */
export function reasonForForeign(apiVersion: string): Because | undefined {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return ownGroups.includes(group) ? undefined : foreign;
}
