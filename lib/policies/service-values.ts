import { isIP } from 'node:net';
import { inTurn, oneOf, satisfying } from '../checks/check';
import { objectName } from '../checks/name';
import { remotePort } from '../checks/port';
import type { Check } from '../checks/problem';
import { named, port, protocol, range } from './network-checks';
import { once, oncePort } from './once';
import { isNothing, orEmpty } from './or-nothing';
import type { Place } from './places';
import { labels, telling } from './value-checks';

const address: Check = satisfying(
  (value) => ['', 'None'].includes(String(value)) || isIP(String(value)) !== 0,
  'is no address',
  'an address such as 10.0.0.10.',
  'correct it.',
);

const elsewhere = telling(
  ({ type, externalName }) =>
    type !== 'ExternalName' || objectName(String(externalName ?? '').replace(/\.$/, '')).length === 0,
  'leads to what is no host name',
  'an externalName such as db.example.com.',
  'correct the name.',
);

const reachable = telling(
  ({ type, clusterIP, ports }) => type === 'ExternalName' || clusterIP === 'None' || !isNothing(ports),
  'has no ports',
  "ports, but of an ExternalName and where clusterIP is 'None'.",
  'write ports: [{ port: 80 }].',
);

export const service: readonly Place[] = [
  ['spec', elsewhere],
  ['spec', reachable],
  ['spec/type', orEmpty(oneOf('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'))],
  ['spec/ports', inTurn(named, once('name'))],
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
