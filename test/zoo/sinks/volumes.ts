import { everySelector } from './selectors';

/** Each kind of volume, with all that it says. */
export function everyVolume(): readonly { readonly name: string }[] {
  return [...files, ...Object.entries(ofDrivers).map(([kind, source]) => ({ [kind]: source }))].map(
    (source, index) => ({ name: `v${index}`, ...source }),
  );
}

const items = [{ key: 'a', path: 'a', mode: 0o600 }];

/** Claims, alone or as somebody's template. */
export const everyClaim: readonly object[] = everySelector('a').map((selector, index) => ({
  accessModes: ['ReadWriteOnce', 'ReadWriteMany'],
  resources: { requests: { storage: '1Gi' }, limits: { storage: '2Gi' } },
  storageClassName: 'fast',
  volumeMode: index === 0 ? 'Filesystem' : 'Block',
  volumeName: 'pv-1',
  volumeAttributesClassName: 'gold',
  selector,
  dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'yesterday' },
  dataSourceRef: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'yesterday', namespace: 'other' },
}));

/** The labels and annotations of a template. */
export const called = { labels: { app: 'a' }, annotations: { note: 'b' } };

const downwardAPI = {
  items: [
    { path: 'cpu', mode: 0o600, resourceFieldRef: { containerName: 'main', resource: 'limits.cpu', divisor: '1m' } },
  ],
};
const named = { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } };

const files: readonly object[] = [
  { configMap: { name: 'elsewhere', defaultMode: 0o600, items, optional: true } },
  { secret: { secretName: 'elsewhere', defaultMode: 0o600, items, optional: true } },
  { downwardAPI: { defaultMode: 0o600, ...downwardAPI } },
  { downwardAPI: { items: [{ path: 'name', ...named }] } },
  { projected: { defaultMode: 0o600, sources: [{ configMap: { name: 'elsewhere', items, optional: true } }] } },
  { projected: { sources: [{ secret: { name: 'elsewhere', items, optional: true } }] } },
  { projected: { sources: [{ downwardAPI }] } },
  { projected: { sources: [{ downwardAPI: { items: [{ path: 'name', ...named }] } }] } },
  { projected: { sources: [{ serviceAccountToken: { audience: 'a', expirationSeconds: 600, path: 'token' } }] } },
  {
    projected: {
      sources: [
        { clusterTrustBundle: { name: 'ca', path: 'ca.pem', optional: true } },
        ...everySelector('a').map((labelSelector) => ({
          clusterTrustBundle: { signerName: 'acme.example/ca', labelSelector, path: 'ca.pem' },
        })),
        {
          podCertificate: {
            signerName: 'acme.example/ca',
            keyType: 'ED25519',
            maxExpirationSeconds: 3600,
            credentialBundlePath: 'bundle.pem',
            keyPath: 'key.pem',
            certificateChainPath: 'chain.pem',
            userAnnotations: { 'acme.example/a': 'b' },
          },
        },
      ],
    },
  },
  { image: { reference: 'acme/files:1', pullPolicy: 'Always' } },
  ...everyClaim.map((spec) => ({ ephemeral: { volumeClaimTemplate: { metadata: called, spec } } })),
];

const secretRef = { name: 'elsewhere' };
const readOnly = true;
const fsType = 'ext4';

const ofDrivers = {
  awsElasticBlockStore: { volumeID: 'a', fsType, partition: 1, readOnly },
  azureDisk: { diskName: 'a', diskURI: 'b', cachingMode: 'None', fsType, kind: 'Managed', readOnly },
  azureFile: { secretName: 'elsewhere', shareName: 'a', readOnly },
  cephfs: { monitors: ['a'], path: '/', user: 'b', secretFile: '/c', secretRef, readOnly },
  cinder: { volumeID: 'a', fsType, secretRef, readOnly },
  csi: { driver: 'a', fsType, nodePublishSecretRef: secretRef, volumeAttributes: { a: 'b' }, readOnly },
  fc: { targetWWNs: ['a'], lun: 1, wwids: ['b'], fsType, readOnly },
  flexVolume: { driver: 'a/b', fsType, options: { a: 'b' }, secretRef, readOnly },
  flocker: { datasetName: 'a', datasetUUID: 'b' },
  gcePersistentDisk: { pdName: 'a', fsType, partition: 1, readOnly },
  gitRepo: { repository: 'a', revision: 'b', directory: 'c' },
  glusterfs: { endpoints: 'a', path: 'b', readOnly },
  iscsi: {
    targetPortal: 'a',
    iqn: 'b',
    lun: 1,
    portals: ['c'],
    fsType,
    initiatorName: 'd',
    iscsiInterface: 'default',
    chapAuthDiscovery: true,
    chapAuthSession: true,
    secretRef,
    readOnly,
  },
  photonPersistentDisk: { pdID: 'a', fsType },
  portworxVolume: { volumeID: 'a', fsType, readOnly },
  quobyte: { registry: 'a', volume: 'b', user: 'c', group: 'd', tenant: 'e', readOnly },
  rbd: { monitors: ['a'], image: 'b', pool: 'c', user: 'd', keyring: '/e', fsType, secretRef, readOnly },
  scaleIO: {
    gateway: 'a',
    system: 'b',
    protectionDomain: 'c',
    storagePool: 'd',
    storageMode: 'ThinProvisioned',
    volumeName: 'e',
    fsType,
    secretRef,
    sslEnabled: true,
    readOnly,
  },
  storageos: { volumeName: 'a', volumeNamespace: 'b', fsType, secretRef, readOnly },
  vsphereVolume: { volumePath: 'a', fsType, storagePolicyID: 'b', storagePolicyName: 'c' },
};
