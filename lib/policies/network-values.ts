import { oneOf } from '../checks/check';
import { port, protocol, range } from './network-checks';
import type { Place } from './places';
import { selectorAt } from './selectors';
import { telling } from './value-checks';

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
  ...selectorAt('spec/podSelector'),
  ['spec/policyTypes/*', oneOf('Ingress', 'Egress')],
  ...['ingress/*/from/*', 'egress/*/to/*'].flatMap((path): readonly Place[] => [
    [`spec/${path}`, peer],
    [`spec/${path}/ipBlock/cidr`, range],
    ...selectorAt(`spec/${path}/podSelector`),
    ...selectorAt(`spec/${path}/namespaceSelector`),
  ]),
  ...['ingress', 'egress'].flatMap((way): readonly Place[] => [
    [`spec/${way}/*/ports/*`, ports],
    [`spec/${way}/*/ports/*/port`, port],
    [`spec/${way}/*/ports/*/protocol`, protocol],
  ]),
];
