import type { Least } from './least';
import { leastClaim } from './least-objects';

const name: Least = { name: 'api' };
const items: Least = { 'items?': [{ key: 'ca.crt', path: 'ca.crt' }] };
const told: Least = { 'items?': [{ 'resourceFieldRef?': { containerName: 'api', resource: 'limits.memory' } }] };
const preferred: Least = {
  'preferredDuringSchedulingIgnoredDuringExecution?': [
    { podAffinityTerm: { topologyKey: 'topology.kubernetes.io/zone' } },
  ],
};

/** The least that the API server of Kubernetes 1.36 takes of what a pod says. */
export const leastPod: Least = {
  'affinity?': { 'podAffinity?': preferred, 'podAntiAffinity?': preferred },
  'os?': { name: 'linux' },
  'volumes?': [
    {
      'awsElasticBlockStore?': { volumeID: 'vol-1' },
      'azureDisk?': { diskName: 'data', diskURI: 'https://acme.blob.core.windows.net/data/data.vhd' },
      'azureFile?': { secretName: 'azure', shareName: 'data' },
      'cephfs?': { monitors: ['10.0.0.10'] },
      'configMap?': { ...name, ...items },
      'csi?': { driver: 'csi.example.com', 'nodePublishSecretRef?': name },
      'downwardAPI?': told,
      'ephemeral?': { 'volumeClaimTemplate?': { spec: leastClaim } },
      'flexVolume?': { driver: 'example.com/disk' },
      'gcePersistentDisk?': { pdName: 'data' },
      'glusterfs?': { endpoints: 'gluster', path: 'data' },
      'iscsi?': { targetPortal: '10.0.0.10', iqn: 'iqn.2001-04.com.example:data' },
      'persistentVolumeClaim?': { claimName: 'data' },
      'projected?': {
        'sources?': [
          {
            'configMap?': { ...name, ...items },
            'downwardAPI?': told,
            'secret?': { ...name, ...items },
            'serviceAccountToken?': { path: 'token' },
          },
        ],
      },
      'rbd?': { monitors: ['10.0.0.10'], image: 'data' },
      'secret?': { secretName: 'api', ...items },
      'vsphereVolume?': { volumePath: '[datastore] data' },
    },
  ],
};

export const leastContainer: Least = {
  'env?': [
    {
      'valueFrom?': {
        'configMapKeyRef?': name,
        'resourceFieldRef?': { resource: 'limits.memory' },
        'secretKeyRef?': name,
      },
    },
  ],
  'envFrom?': [{ 'configMapRef?': name, 'secretRef?': name }],
  'volumeDevices?': [{ devicePath: '/dev/data' }],
};
