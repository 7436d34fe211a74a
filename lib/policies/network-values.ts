import { oneOf, satisfying } from '../checks/check';
import { cidr, holds } from '../checks/cidr';
import { found } from '../checks/finding';
import type { Check } from '../checks/problem';
import { quoted } from '../checks/shown';
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

const atMostTwo = satisfying(
  (value) => !Array.isArray(value) || value.length < 3,
  'are more than two',
  'Ingress, Egress or both.',
  'leave the others out.',
);

const parts: Check = (block) => {
  const { cidr: whole, except } = Object(block);
  const all = Array.isArray(except) ? except : [];
  // What is no range is told by itself.
  if (![whole, ...all].every((one) => typeof one === 'string' && cidr(one).length === 0)) return [];
  return all.filter((part) => !holds(whole, part)).flatMap((part) => found(part, ...outside(whole)));
};

function outside(whole: string): readonly [string, string, string] {
  return ['is excepted, and no part of the cidr', `a smaller range of ${quoted(whole)}.`, 'correct one of the two.'];
}

export const networkPolicy: readonly Place[] = [
  ...selectorAt('spec/podSelector'),
  ['spec/policyTypes', atMostTwo],
  ['spec/policyTypes/*', oneOf('Ingress', 'Egress')],
  ...['ingress/*/from/*', 'egress/*/to/*'].flatMap((path): readonly Place[] => [
    [`spec/${path}`, peer],
    [`spec/${path}/ipBlock/cidr`, range],
    [`spec/${path}/ipBlock/except/*`, range],
    [`spec/${path}/ipBlock`, parts],
    ...selectorAt(`spec/${path}/podSelector`),
    ...selectorAt(`spec/${path}/namespaceSelector`),
  ]),
  ...['ingress', 'egress'].flatMap((way): readonly Place[] => [
    [`spec/${way}/*/ports/*`, ports],
    [`spec/${way}/*/ports/*/port`, port],
    [`spec/${way}/*/ports/*/protocol`, protocol],
  ]),
];
