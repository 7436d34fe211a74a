import { inContainers } from './patterns';
import type { Reason } from './reason';

const kinds = ['pod'];
const absent = 'the variable is not there: give it in compose.override.yaml where it is needed';

/** Variables whose value only a cluster knows. */
export const reasonsOfEnv: readonly Reason[] = [
  {
    kinds,
    fields: inContainers('env/*/name'),
    reason: 'a variable without a value here',
    means: absent,
  },
  ...['status.podIP', 'status.podIPs', 'status.hostIP', 'status.hostIPs', 'spec.nodeName'].map((only) => ({
    kinds,
    fields: inContainers('env/*/valueFrom/fieldRef/fieldPath'),
    only,
    reason: 'known when a cluster has given the pod an address and a node: nothing here knows it before',
    means: absent,
  })),
  {
    kinds,
    fields: inContainers('env/*/valueFrom/fieldRef/apiVersion'),
    only: 'v1',
    reason: 'the only version that there is',
    means: 'nothing',
  },
  {
    kinds,
    fields: inContainers(
      'env/*/valueFrom/resourceFieldRef/containerName',
      'env/*/valueFrom/resourceFieldRef/resource',
      'env/*/valueFrom/resourceFieldRef/divisor',
    ),
    reason: 'without a limit it is what a node has: a laptop is none',
    means: absent,
  },
  {
    kinds,
    fields: inContainers('env/*/valueFrom/configMapKeyRef/name', 'env/*/valueFrom/configMapKeyRef/key'),
    reason: 'nothing here makes the ConfigMap with that key: its value is not known',
    means: absent,
  },
  {
    kinds,
    fields: inContainers('env/*/valueFrom/secretKeyRef/name', 'env/*/valueFrom/secretKeyRef/key'),
    reason: 'nothing here makes the Secret with that key, and it need not be there',
    means: 'the variable is not there, and what it turns on stays off: give it in compose.override.yaml',
  },
  {
    kinds,
    fields: inContainers(
      'env/*/valueFrom/configMapKeyRef/optional',
      'env/*/valueFrom/secretKeyRef/optional',
      'envFrom/*/configMapRef/optional',
      'envFrom/*/secretRef/optional',
    ),
    reason: 'whether a cluster starts the pod without it: Compose starts it either way',
    means: 'nothing',
  },
  {
    kinds,
    fields: inContainers('envFrom/*/configMapRef/name', 'envFrom/*/secretRef/name', 'envFrom/*/prefix'),
    reason: 'nothing here makes the object: which variables it has is not known',
    means: 'the variables that it holds are not there: give them in compose.override.yaml where they are needed',
  },
  {
    kinds,
    fields: inContainers(
      'env/*/valueFrom/fileKeyRef/volumeName',
      'env/*/valueFrom/fileKeyRef/path',
      'env/*/valueFrom/fileKeyRef/key',
      'env/*/valueFrom/fileKeyRef/optional',
    ),
    reason: 'a file that a container before writes: Compose reads variables before it starts anything',
    means: absent,
  },
];
