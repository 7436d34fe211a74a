import { either, integer, oneOf, satisfying } from '../checks/check';
import { namespaceName, objectName, secretName } from '../checks/name';
import { remotePort } from '../checks/port';
import type { Check, Problem } from '../checks/problem';
import { requiredIn } from './least';
import { leastContainer, leastPod } from './least-pod';
import { once } from './once';
import { isNothing, orEmpty, orZero } from './or-nothing';
import { findingsAt, type Place } from './places';
import { address, id } from './pod-checks';
import type { PodSpec } from './pod-specs';
import { valuesInContainer, valuesInPod } from './pod-values';
import { tolerations } from './tolerations';
import { oneKeyOf } from './value-checks';
import { mountsInContainer, volumesInPod } from './volume-values';

/** Values in a pod that no API server takes, whoever wrote it and wherever a patch has put them. */
export function wrongPlaces({ manifest: { construct }, isOurs, spec, containers }: PodSpec): readonly Problem[] {
  const findings = [
    ...(isOurs ? [...ofOurPod(spec), ...containers.flatMap(ofOurContainer)] : []),
    ...ofPod(spec),
    ...containers.flatMap(ofContainer),
  ];
  return findings.map((finding) => ({ construct, ...finding }));
}

/** A path below a volume, in a container or not. */
const relative: Check = satisfying(
  (value) => typeof value === 'string' && !/^\/|(?:^|\/)\.\.(?:\/|$)/.test(value),
  'leads out of the volume',
  'a path that starts without "/" and holds no "..".',
  'write it relative to the volume.',
);

const ofFile: Check = satisfying(
  (value) => typeof value === 'string' && !/^$|^\/|(?:^|\/)\.\.(?:\/|$)|^\.\./.test(value),
  'is no path of a file in the volume',
  'a path that starts without "/" or "..".',
  'write it relative to the volume.',
);

const variable: Check = satisfying(
  (value) => typeof value === 'string' && /^[\x20-\x3c\x3e-\x7e]+$/.test(value),
  'is no name of a variable',
  'printable letters of ASCII without "=".',
  'correct the name.',
);

const amounts = ['limits', 'requests'].flatMap((bound) =>
  ['cpu', 'memory', 'ephemeral-storage'].map((resource) => `${bound}.${resource}`),
);
const resource: Check = (value) =>
  /^(?:limits|requests)\.hugepages-/.test(String(value)) ? [] : oneOf(...amounts)(value);

/** What a resolver appends: `.` is nothing, and a service of DNS begins with `_`. */
const searched: Check = satisfying(
  (value) => value === '.' || (typeof value === 'string' && isSearched(value.replace(/\.$/, ''))),
  'is no name in DNS',
  'at most 253 lower-case letters, digits, "-", "_" and ".", with a letter or a digit at the end of each part.',
  'correct it.',
);

function isSearched(name: string): boolean {
  return name.length <= 253 && name.split('.').every((part) => /^_?[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/.test(part));
}

const given: Check = satisfying((value) => !isNothing(value), 'is missing', 'a value.', 'give it one.');

const few: Check = satisfying(
  (value) => !Array.isArray(value) || (value.length <= 32 && value.join(' ').length <= 2048),
  'are too many or too long',
  'at most 32, with 2048 characters together.',
  'leave some out.',
);

const oneClaim = oneKeyOf(
  ['resourceClaimName', 'resourceClaimTemplateName'],
  'is not one claim',
  'resourceClaimName, or resourceClaimTemplateName.',
  'write one of them.',
);

const oneWay = oneKeyOf(
  ['exec', 'httpGet', 'grpc', 'sleep', 'tcpSocket'],
  'is not one way to ask or to do something',
  'one of exec, httpGet, grpc, sleep and tcpSocket.',
  'write one of them.',
);

const program: Check = satisfying(
  (value) => Array.isArray(value) && value.length > 0,
  'names no program',
  'a program first.',
  'write ["true"].',
);

const asking = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle/preStop', 'lifecycle/postStart'];

const ids = ['runAsUser', 'runAsGroup', 'fsGroup'].map((key): Place => [`securityContext/${key}`, id]);

const source = oneKeyOf(
  ['configMapRef', 'secretRef'],
  'names no source, or two',
  'one of configMapRef and secretRef.',
  'write one of them.',
);

/** What the API server takes, with a warning or without a sense. */
const inOurPod: readonly Place[] = [
  ['imagePullSecrets/*/name+', secretName],
  ['terminationGracePeriodSeconds', integer(0, 2 ** 31 - 1, ', in seconds', 45)],
];

const inOurContainer: readonly Place[] = [['env', once('name')]];

const inPod: readonly Place[] = [
  ...volumesInPod,
  ...requiredIn(leastPod),
  ...valuesInPod,
  ...ids,
  ...tolerations,
  ['os/name', oneOf('linux', 'windows')],
  ['preemptionPolicy', oneOf('PreemptLowerPriority', 'Never')],
  ['dnsConfig/nameservers/*', address],
  ['runtimeClassName', objectName],
  ['schedulerName', orEmpty(objectName)],
  ['hostname', orEmpty(namespaceName)],
  ['subdomain', orEmpty(namespaceName)],
  ['activeDeadlineSeconds', integer(1, 2 ** 31 - 1, ', in seconds', 3600)],
  ['dnsConfig/searches', few],
  ['dnsConfig/searches/*', searched],
  ['dnsConfig/options/*/name+', given],
  ['resourceClaims/*', oneClaim],
  ['volumes/*/configMap/items/*/path', ofFile],
  ['volumes/*/secret/items/*/path', ofFile],
  ['volumes/*/downwardAPI/items/*/path', ofFile],
  ...['configMap', 'secret', 'downwardAPI'].map(
    (kind): Place => [`volumes/*/projected/sources/*/${kind}/items/*/path`, ofFile],
  ),
  ['volumes/*/ephemeral/volumeClaimTemplate+', given],
];

const inContainer: readonly Place[] = [
  ...mountsInContainer,
  ...requiredIn(leastContainer),
  ...valuesInContainer,
  ...ids,
  ['envFrom/*', source],
  ['imagePullPolicy', orEmpty(oneOf('Always', 'IfNotPresent', 'Never'))],
  ['terminationMessagePolicy', orEmpty(oneOf('File', 'FallbackToLogsOnError'))],
  ...['livenessProbe', 'startupProbe'].map(
    (key): Place => [`${key}/successThreshold`, orZero(integer(1, 1, ': one success must do'))],
  ),
  ['ports/*/containerPort+', remotePort],
  ['ports/*/hostPort', orZero(either(remotePort, given))],
  ['env/*/name+', variable],
  ['env/*/valueFrom/resourceFieldRef/resource', resource],
  ['envFrom/*/prefix', orEmpty(variable)],
  ['envFrom/*/configMapRef/name', objectName],
  ['envFrom/*/secretRef/name', objectName],
  ['volumeMounts/*/subPath', relative],
  ['volumeMounts/*/subPathExpr', relative],
  ['securityContext/procMount', oneOf('Default', 'Unmasked')],
  ...asking.map((path): Place => [path, oneWay]),
  ...asking.map((path): Place => [`${path}/exec/command+`, program]),
];

const ofOurPod = findingsAt(inOurPod);
const ofOurContainer = findingsAt(inOurContainer);
const ofPod = findingsAt(inPod);
const ofContainer = findingsAt(inContainer);
