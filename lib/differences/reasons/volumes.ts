import { inContainers, selectorAt } from './patterns';
import { alike, type Reason } from './reason';
import { otherVolumes } from './volume-kinds';

const kinds = ['pod'];

/** The places of a source of files: as a volume, and as one of several sources of a projected one. */
function files(source: string, name: string): readonly string[] {
  const places = ['items/*/key', 'items/*/path', 'items/*/mode'];
  return [
    ...[name, 'defaultMode', ...places].map((place) => `spec/volumes/*/${source}/${place}`),
    ...['name', ...places].map((place) => `spec/volumes/*/projected/sources/*/${source}/${place}`),
  ];
}

function inDownwardApi(...places: readonly string[]): readonly string[] {
  return places.flatMap((place) => [
    `spec/volumes/*/downwardAPI/items/*/${place}`,
    `spec/volumes/*/projected/sources/*/downwardAPI/items/*/${place}`,
  ]);
}

function inProjected(...places: readonly string[]): readonly string[] {
  return places.map((place) => `spec/volumes/*/projected/sources/*/${place}`);
}

/** Mounts and volumes, and what nothing here knows of them. */
export const reasonsOfVolumes: readonly Reason[] = [
  {
    kinds,
    fields: files('configMap', 'name'),
    reason: 'nothing here makes the ConfigMap: which files it has is not known',
    means: 'the files of the volume are not there: mount them in compose.override.yaml where they are needed',
  },
  {
    kinds,
    fields: files('secret', 'secretName'),
    reason: 'nothing here makes the Secret: which files it has is not known, or it need not be there',
    means: 'the files of the volume are not there: name its keys under items, and they are made up',
  },
  {
    kinds,
    fields: [
      'spec/volumes/*/configMap/optional',
      'spec/volumes/*/secret/optional',
      ...inProjected('configMap/optional', 'secret/optional'),
    ],
    reason: 'whether a cluster starts the pod without it: Compose starts it either way',
    means: 'nothing',
  },
  {
    kinds,
    fields: [
      'spec/volumes/*/downwardAPI/defaultMode',
      'spec/volumes/*/projected/defaultMode',
      ...inDownwardApi(
        'path',
        'mode',
        'resourceFieldRef/containerName',
        'resourceFieldRef/resource',
        'resourceFieldRef/divisor',
      ),
    ],
    reason: 'of what only a cluster knows: nothing here knows it before',
    means: 'the file is not there',
  },
  {
    kinds,
    fields: inDownwardApi('fieldRef/apiVersion'),
    only: 'v1',
    reason: 'the only version that there is',
    means: 'nothing',
  },
  {
    kinds,
    fields: inProjected(
      'serviceAccountToken/audience',
      'serviceAccountToken/expirationSeconds',
      'serviceAccountToken/path',
    ),
    reason: 'a token that a cluster makes for its API, which a laptop has none of',
    means: 'the file is not there: whoever asks with it must be told otherwise',
  },
  {
    kinds,
    fields: inProjected(
      'clusterTrustBundle/name',
      'clusterTrustBundle/signerName',
      ...selectorAt('clusterTrustBundle/labelSelector'),
      'clusterTrustBundle/optional',
      'clusterTrustBundle/path',
      'podCertificate/signerName',
      'podCertificate/keyType',
      'podCertificate/maxExpirationSeconds',
      'podCertificate/credentialBundlePath',
      'podCertificate/keyPath',
      'podCertificate/certificateChainPath',
      'podCertificate/userAnnotations/*',
    ),
    reason: 'certificates that a cluster hands out',
    means: 'the file is not there',
  },
  {
    kinds,
    fields: ['spec/volumes/*/image/pullPolicy'],
    reason: 'pulled when missing: a laptop works offline too',
    means: 'a tag that moved is not noticed: docker compose pull',
  },
  { kinds, fields: inContainers('volumeMounts/*/mountPropagation'), only: 'None', ...alike },
  {
    kinds,
    fields: inContainers('volumeMounts/*/mountPropagation'),
    reason: 'mounts that a node makes later, or that a container makes for its node: neither crosses to Docker',
    means: 'such a mount does not show on the other side',
  },
  {
    kinds,
    fields: inContainers('volumeMounts/*/recursiveReadOnly'),
    reason: 'read-only with all that is mounted below: so is Docker wherever the kernel can',
    means: 'nothing',
  },
  {
    kinds,
    fields: inContainers('volumeMounts/*/subPathExpr'),
    reason: 'a folder that is called by what only a cluster knows: the volume itself is mounted',
    means: 'the files of several pods lie in one folder',
  },
  {
    kinds,
    fields: inContainers('volumeDevices/*/name', 'volumeDevices/*/devicePath'),
    reason: 'a raw disk: a volume of Docker is a folder',
    means: 'the device is not there',
  },
  ...otherVolumes,
];
