import { inTurn, oneOf, satisfying } from '../checks/check';
import { labelName } from '../checks/label';
import { namespaceName, objectName } from '../checks/name';
import { remotePort } from '../checks/port';
import type { Check } from '../checks/problem';
import { named, port, protocol, range } from './network-checks';
import { once, oncePort } from './once';
import { isNothing, orEmpty } from './or-nothing';
import type { Place } from './places';
import { address } from './pod-checks';
import { besideTypes } from './service-types';
import { labels, telling } from './value-checks';

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

const ofCluster: Check = (value) => (value === '' || value === 'None' ? [] : address(value));

const eachOnce: Check = satisfying(
  (value) => !Array.isArray(value) || new Set(value).size === value.length,
  'names one twice',
  'each once.',
  'leave the second out.',
);

export const service: readonly Place[] = [
  ['spec', elsewhere],
  ['spec', reachable],
  ...besideTypes,
  ['spec/type', orEmpty(oneOf('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'))],
  ['spec/ports', inTurn(named, once('name'))],
  ['spec/ports', oncePort('port', 'protocol')],
  ['spec/ports', oncePort('nodePort', 'protocol')],
  ['spec/ports/*/name', orEmpty(namespaceName)],
  ['spec/ports/*/port', remotePort],
  ['spec/ports/*/targetPort', (value) => (value === 0 ? [] : orEmpty(port)(value))],
  ['spec/ports/*/protocol', orEmpty(protocol)],
  ['spec/ports/*/appProtocol', labelName],
  ['spec/selector', labels],
  ['spec/sessionAffinity', orEmpty(oneOf('None', 'ClientIP'))],
  ['spec/clusterIP', ofCluster],
  ['spec/externalIPs/*', address],
  ['spec/externalTrafficPolicy', orEmpty(oneOf('Cluster', 'Local'))],
  ['spec/internalTrafficPolicy', oneOf('Cluster', 'Local')],
  ['spec/ipFamilies', eachOnce],
  ['spec/ipFamilies/*', oneOf('IPv4', 'IPv6')],
  ['spec/ipFamilyPolicy', oneOf('SingleStack', 'PreferDualStack', 'RequireDualStack')],
  ['spec/loadBalancerClass', labelName],
  ['spec/loadBalancerSourceRanges/*', (value) => range(typeof value === 'string' ? value.trim() : value)],
];
