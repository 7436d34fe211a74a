import { oneOf, satisfying } from '../checks/check';
import { objectName } from '../checks/name';
import type { Check } from '../checks/problem';
import { isNothing } from './or-nothing';
import type { Place } from './places';
import { inside } from './pod-checks';
import { oneKeyOf, telling } from './value-checks';

/** Volumes of a pod, and where its containers see them, as the API server takes them. */

const oneName = telling(
  ({ targetWWNs, wwids, lun }) => isNothing(targetWWNs) !== isNothing(wwids) && (isNothing(targetWWNs) || lun != null),
  'is not one volume',
  'wwids, or targetWWNs and a lun.',
  'write one of them.',
);

const oneField = oneKeyOf(
  ['fieldRef', 'resourceFieldRef'],
  'does not say what the file holds',
  'one of fieldRef and resourceFieldRef.',
  'write one of them.',
);

const deeply = telling(
  ({ recursiveReadOnly, readOnly }) =>
    isNothing(recursiveReadOnly) || recursiveReadOnly === 'Disabled' || readOnly === true,
  'is to be read alone deep down, and not above',
  'recursiveReadOnly beside readOnly: true.',
  'write readOnly: true.',
);

const given: Check = satisfying((value) => !isNothing(value), 'is missing', 'a value.', 'write it.');

export const volumesInPod: readonly Place[] = [
  ['volumes/*/csi/driver', objectName],
  ['volumes/*/fc', oneName],
  ['volumes/*/hostPath/path+', given],
  ['volumes/*/nfs/server+', given],
  ...['volumes/*', 'volumes/*/projected/sources/*'].map((at): Place => [`${at}/downwardAPI/items/*`, oneField]),
];

export const mountsInContainer: readonly Place[] = [
  ['volumeMounts/*', deeply],
  ['volumeMounts/*/mountPath+', given],
  ['volumeMounts/*/mountPropagation', oneOf('None', 'HostToContainer', 'Bidirectional')],
  ['volumeDevices/*/devicePath', inside],
];
