import { oneOf, satisfying } from '../checks/check';
import { objectName } from '../checks/name';
import { isNothing, orEmpty } from './or-nothing';
import type { Place } from './places';
import { ofLabels, ofNode, requirementsAt, selectorAt } from './selectors';
import { aboveZero, telling } from './value-checks';

const sizeAbove = aboveZero('size', '20Gi');

const named = telling(
  ({ kind, name }) => isNothing(kind) || !isNothing(name),
  'has no name',
  'a name beside its kind.',
  'write it.',
);

const alone = satisfying(
  (value) => !Array.isArray(value) || value.length < 2 || !value.includes('ReadWriteOncePod'),
  'are several, one of them for one pod alone',
  "'ReadWriteOncePod' by itself.",
  'leave the others out.',
);

export function claim(path: string): readonly Place[] {
  return [
    ...selectorAt(`${path}/selector`),
    [`${path}/accessModes`, alone],
    [`${path}/accessModes/*`, oneOf('ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod')],
    [`${path}/dataSource`, named],
    [`${path}/volumeMode`, oneOf('Filesystem', 'Block')],
    [`${path}/storageClassName`, orEmpty(objectName)],
    [`${path}/resources/requests/storage`, sizeAbove],
  ];
}

/** What else than a source is said of a volume. */
const ofAnyVolume = [
  ...['accessModes', 'capacity', 'claimRef', 'mountOptions', 'nodeAffinity', 'persistentVolumeReclaimPolicy'],
  ...['storageClassName', 'volumeAttributesClassName', 'volumeMode'],
];

const somewhere = telling(
  (spec) => Object.keys(spec).some((key) => !ofAnyVolume.includes(key) && spec[key] != null),
  'is nowhere',
  'a source, such as csi.',
  "write such as csi: { driver: 'csi.example.com', volumeHandle: 'data' }.",
);

const onItsNode = telling(
  ({ local, nodeAffinity }) => local == null || nodeAffinity != null,
  'is on a node, and does not say which',
  'nodeAffinity beside local.',
  "write nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['node-1'] }] }] } }.",
);

const ofSize = satisfying(
  (value) => Object.keys(Object(value)).every((key) => key === 'storage'),
  'has another size than that of storage',
  'storage alone.',
  'leave the others out.',
);

export const volume: readonly Place[] = [
  ['spec/capacity', ofSize],
  ['spec', somewhere],
  ['spec', onItsNode],
  ...claim('spec').filter(([path]) => !path.includes('/resources/')),
  ['spec/capacity/storage', sizeAbove],
  ...requirementsAt('spec/nodeAffinity/required/nodeSelectorTerms/*/matchExpressions', ofNode),
];

export const storageClass: readonly Place[] = [
  ['reclaimPolicy', orEmpty(oneOf('Delete', 'Retain'))],
  ['volumeBindingMode', oneOf('Immediate', 'WaitForFirstConsumer')],
];

const ofClaims = telling(
  ({ type, min, max }) =>
    type !== 'PersistentVolumeClaim' || [min, max].some((bound) => !isNothing(Object(bound).storage)),
  'bounds nothing',
  'a min or a max of storage.',
  "write such as max: { storage: '100Gi' }.",
);

export const limitRange: readonly Place[] = [['spec/limits/*', ofClaims]];

export const quota: readonly Place[] = [['spec/scopeSelector/matchExpressions/*', ofLabels]];

export const attachment: readonly Place[] = [
  [
    'spec/source',
    telling(
      ({ persistentVolumeName, inlineVolumeSpec }) => isNothing(persistentVolumeName) !== isNothing(inlineVolumeSpec),
      'is not one volume',
      'persistentVolumeName, or inlineVolumeSpec.',
      'write one of the two.',
    ),
  ],
];
