import { either, inTurn, integer, oneOf, satisfying } from '../checks/check';
import { labelName } from '../checks/label';
import { objectName } from '../checks/name';
import { portName, remotePort } from '../checks/port';
import type { Check } from '../checks/problem';
import { affinities } from './affinities';
import { once, oncePort } from './once';
import { orEmpty } from './or-nothing';
import type { Place } from './places';
import { address, id, inside } from './pod-checks';
import { dataKey, divided, pathInEnv, pathInVolume, quantity, variableSource } from './pod-fields';

const sysctl: Check = satisfying(
  (value) =>
    typeof value === 'string' &&
    value.length <= 253 &&
    /^(?:[a-z0-9](?:[\w-]*[a-z0-9])?[./])*[a-z0-9](?:[\w-]*[a-z0-9])?$/.test(value) &&
    !/[A-Z]/.test(value),
  'is no name of a setting of Linux',
  'such as net.ipv4.tcp_keepalive_time.',
  'correct the name.',
);

function profile(isLocal: (name: string) => boolean, said: string): Check {
  return satisfying(
    (value) => {
      const { type, localhostProfile: name } = Object(value);
      if (type === 'Localhost') return typeof name === 'string' && name !== '' && isLocal(name);
      return ['RuntimeDefault', 'Unconfined'].includes(type) && name == null;
    },
    'is no profile',
    `type: 'RuntimeDefault', or type: 'Localhost' with ${said} in localhostProfile.`,
    'write one of the two.',
  );
}

const appArmor = profile((name) => name.trim() === name, 'the name of one that the node has');
const seccomp = profile((path) => !/^\/|(?:^|\/)\.\.(?:\/|$)/.test(path), 'the path of its file');

const atMostThree: Check = satisfying(
  (value) => !Array.isArray(value) || value.length <= 3,
  'are more than three',
  'at most three.',
  'leave the others out.',
);

const absolute: Check = satisfying(
  (value) => typeof value === 'string' && value.startsWith('/'),
  'is no whole path',
  'a path that starts with "/".',
  'write the path from the root.',
);

const header: Check = satisfying(
  (value) => typeof value === 'string' && /^[-A-Za-z0-9]+$/.test(value),
  'is no name of a header',
  'letters, digits and "-".',
  'correct the name.',
);

const nothing: Check = satisfying(() => false, 'is for other probes', 'nothing.', 'leave it out.');

const image: Check = satisfying(
  (value) => typeof value === 'string' && value !== '' && value.trim() === value,
  'is no image',
  'an image such as ghcr.io/acme/api:1.2.3, without a space around it.',
  'correct it.',
);

const grace = integer(1, 2 ** 31 - 1, ', in seconds', 30);
const seconds = integer(0, 2 ** 31 - 1, '', 10);
const port: Check = (value) => (typeof value === 'string' ? [] : remotePort(value));
const named: Check = (value) => (value === '' ? [] : portName(value));

/** Values of a pod that no API server takes otherwise, whoever wrote it. */
export const valuesInPod: readonly Place[] = [
  ['hostAliases/*/ip+', address],
  ['hostAliases/*/hostnames/*', objectName],
  ['dnsConfig/nameservers', atMostThree],
  ['nodeName', orEmpty(objectName)],
  ['readinessGates/*/conditionType+', labelName],
  ['schedulingGates/*/name+', labelName],
  ['securityContext/fsGroupChangePolicy', oneOf('OnRootMismatch', 'Always')],
  ['securityContext/supplementalGroups/*', id],
  ['securityContext/supplementalGroupsPolicy', oneOf('Merge', 'Strict')],
  ['securityContext/sysctls', once('name')],
  ['securityContext/sysctls/*/name+', sysctl],
  ['securityContext/seccompProfile', seccomp],
  ['securityContext/appArmorProfile', appArmor],
  ['volumes', once('name')],
  ['volumes/*/hostPath/path', inside],
  ['volumes/*/nfs/path+', absolute],
  ...['volumes/*', 'volumes/*/projected/sources/*'].map(
    (source): Place => [`${source}/downwardAPI/items/*/fieldRef/fieldPath+`, pathInVolume],
  ),
  [
    'volumes/*/projected/sources/*/serviceAccountToken/expirationSeconds',
    integer(600, 2 ** 32, ', in seconds: ten minutes at the least', 3600),
  ],
  ...affinities,
];

const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const hooks = ['lifecycle/preStop', 'lifecycle/postStart'];
const times = ['initialDelaySeconds', 'periodSeconds', 'timeoutSeconds', 'successThreshold', 'failureThreshold'];

export const valuesInContainer: readonly Place[] = [
  ['image', image],
  ['ports', inTurn(oncePort('hostPort', 'hostIP', 'protocol'), oncePort('name'))],
  ['ports/*/name', named],
  ['env/*/valueFrom', variableSource],
  ['env/*/valueFrom/fieldRef/fieldPath+', pathInEnv],
  ['env/*/valueFrom/resourceFieldRef', divided],
  ['env/*/valueFrom/resourceFieldRef/divisor', quantity],
  ...['configMapKeyRef', 'secretKeyRef'].flatMap((source): readonly Place[] => [
    [`env/*/valueFrom/${source}/name`, objectName],
    [`env/*/valueFrom/${source}/key+`, dataKey],
  ]),
  ['securityContext/seccompProfile', seccomp],
  ['securityContext/appArmorProfile', appArmor],
  ['resizePolicy', once('resourceName')],
  ['resizePolicy/*/resourceName+', oneOf('cpu', 'memory')],
  ['resizePolicy/*/restartPolicy+', oneOf('NotRequired', 'RestartContainer')],
  ...probes.flatMap((probe) => times.map((key): Place => [`${probe}/${key}`, seconds])),
  ...['livenessProbe', 'startupProbe'].map((probe): Place => [`${probe}/terminationGracePeriodSeconds`, grace]),
  ['readinessProbe/terminationGracePeriodSeconds', nothing],
  ...hooks.map((hook): Place => [`${hook}/sleep/seconds`, seconds]),
  ...[...probes, ...hooks].flatMap((handler): readonly Place[] => [
    [`${handler}/httpGet/httpHeaders/*/name+`, header],
    [`${handler}/httpGet/port+`, either(port, nothing)],
    [`${handler}/tcpSocket/port+`, either(port, nothing)],
    [`${handler}/grpc/port+`, remotePort],
  ]),
];
