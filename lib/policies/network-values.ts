import { isIP, isIPv6 } from 'node:net';
import { either, oneOf, satisfying } from '../checks/check';
import { cidr } from '../checks/cidr';
import { objectName } from '../checks/name';
import { remotePort } from '../checks/port';
import type { Check } from '../checks/problem';
import { once, oncePort } from './once';
import { orEmpty } from './or-nothing';
import type { Place } from './places';
import { labels, some, telling } from './value-checks';

const address: Check = satisfying(
  (value) => ['', 'None'].includes(String(value)) || isIP(String(value)) !== 0,
  'is no address',
  'an address such as 10.0.0.10.',
  'correct it.',
);

const protocol = oneOf('TCP', 'UDP', 'SCTP');
const portWord: Check = satisfying(
  (value) => typeof value === 'string' && /^(?=.*[a-z])(?!.*--)[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/.test(value),
  'is no name of a port',
  'at most 15 small letters, digits and "-".',
  'correct the name.',
);
const port: Check = either((value) => (typeof value === 'string' ? portWord(value) : remotePort(value)), remotePort);
const several: Check = (value) => (Array.isArray(value) && value.length > 1 ? once('name')(value) : []);

/** An address of IPv6 in another spelling is taken with a warning. */
const range: Check = (value) =>
  cidr(typeof value === 'string' ? spelled(value) : value).map((finding) => ({ ...finding, got: value }));

function spelled(range: string): string {
  const [address = '', ...rest] = range.split('/');
  if (!isIPv6(address) || /%|^::ffff:/i.test(address)) return range;
  return [new URL(`http://[${address}]`).hostname.slice(1, -1), ...rest].join('/');
}

const elsewhere = telling(
  ({ type, externalName }) =>
    type !== 'ExternalName' || !externalName || objectName(String(externalName).replace(/\.$/, '')).length === 0,
  'leads to what is no host name',
  'an externalName such as db.example.com.',
  'correct the name.',
);

export const service: readonly Place[] = [
  ['spec', elsewhere],
  ['spec/type', orEmpty(oneOf('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'))],
  ['spec/ports', several],
  ['spec/ports', oncePort('port', 'protocol')],
  ['spec/ports/*/port', remotePort],
  ['spec/ports/*/targetPort', (value) => (value === 0 ? [] : orEmpty(port)(value))],
  ['spec/ports/*/protocol', orEmpty(protocol)],
  ['spec/selector', labels],
  ['spec/sessionAffinity', orEmpty(oneOf('None', 'ClientIP'))],
  ['spec/clusterIP', address],
  ['spec/externalIPs/*', address],
  ['spec/loadBalancerSourceRanges/*', (value) => range(typeof value === 'string' ? value.trim() : value)],
];

const host: Check = satisfying(
  (value) =>
    typeof value === 'string' &&
    (value === '' || (isIP(value) === 0 && objectName(value.replace(/^\*\./, 'any.')).length === 0)),
  'is no host name',
  'a host name in small letters, such as orders.example.com.',
  'correct it.',
);

const backend = telling(
  ({ service, resource }) => (service == null) !== (resource == null),
  'leads nowhere',
  'a service, or a resource.',
  'write such as service: { name: api, port: { number: 80 } }.',
);

const oneWay = telling(
  ({ number, name }) => Boolean(number) !== Boolean(name),
  'is not one port',
  'a number or a name.',
  'write one of the two.',
);

export const ingress: readonly Place[] = [
  ['spec/rules/*/host', host],
  ['spec/rules/*/http/paths', some],
  [
    'spec/rules/*/http/paths/*/path',
    satisfying(
      (value) => /^(?:\/|$)/.test(String(value)),
      'is no whole path',
      'a path that starts with "/".',
      'correct it.',
    ),
  ],
  ['spec/rules/*/http/paths/*/pathType', oneOf('Exact', 'Prefix', 'ImplementationSpecific')],
  ...['spec/rules/*/http/paths/*/backend', 'spec/defaultBackend'].flatMap((path): readonly Place[] => [
    [path, backend],
    [`${path}/service/name`, objectName],
    [`${path}/service/port`, oneWay],
  ]),
  ['spec/tls/*/hosts/*', (value) => (isIP(String(value)) === 0 ? host(value) : [])],
  ['spec/tls/*/secretName', orEmpty(objectName)],
];

const peer = telling(
  ({ ipBlock, podSelector, namespaceSelector }) =>
    (ipBlock == null) !== (podSelector == null && namespaceSelector == null),
  'is not one peer',
  'an ipBlock, or a podSelector and a namespaceSelector.',
  'write one of them.',
);

const ports = telling(
  ({ port: first, endPort }) => endPort == null || (typeof first === 'number' && Number(endPort) >= first),
  'is no range of ports',
  'an endPort that is no less than its port.',
  'correct one of the two.',
);

export const networkPolicy: readonly Place[] = [
  ['spec/podSelector/matchLabels', labels],
  ['spec/policyTypes/*', oneOf('Ingress', 'Egress')],
  ...['ingress/*/from/*', 'egress/*/to/*'].flatMap((path): readonly Place[] => [
    [`spec/${path}`, peer],
    [`spec/${path}/ipBlock/cidr`, range],
    [`spec/${path}/podSelector/matchLabels`, labels],
    [`spec/${path}/namespaceSelector/matchLabels`, labels],
  ]),
  ...['ingress', 'egress'].flatMap((way): readonly Place[] => [
    [`spec/${way}/*/ports/*`, ports],
    [`spec/${way}/*/ports/*/port`, port],
    [`spec/${way}/*/ports/*/protocol`, protocol],
  ]),
];
