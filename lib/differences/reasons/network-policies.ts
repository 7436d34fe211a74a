import { below, selectorAt } from './patterns';
import { nobody, type Reason, unsaid } from './reason';

const kinds = ['NetworkPolicy'];

export const reasonsOfNetworkPolicies: readonly Reason[] = [
  {
    kinds,
    fields: [
      'spec/policyTypes/*',
      ...selectorAt('spec/podSelector'),
      ...['spec/ingress/*/from/*', 'spec/egress/*/to/*'].flatMap(selectorsIn),
    ],
    ...nobody,
  },
  {
    kinds,
    fields: ['spec/ingress/*/from', 'spec/ingress/*/ports', 'spec/egress/*/to', 'spec/egress/*/ports'],
    ...unsaid,
  },
  {
    kinds,
    fields: ['spec/ingress/*', 'spec/egress/*'].flatMap((rule) =>
      below(`${rule}/ports/*`, 'port', 'endPort', 'protocol'),
    ),
    reason: 'a Compose network carries every port between its members',
    means: 'a call to another port that a cluster refuses succeeds here',
  },
  {
    kinds,
    fields: ['spec/ingress/*/from/*', 'spec/egress/*/to/*'].flatMap((peer) =>
      below(peer, 'ipBlock/cidr', 'ipBlock/except/*'),
    ),
    reason: 'a Compose network leads everywhere outside, or nowhere',
    means: 'a call that a cluster refuses succeeds here',
  },
];

function selectorsIn(place: string): readonly string[] {
  return ['podSelector', 'namespaceSelector'].flatMap((selector) => selectorAt(`${place}/${selector}`));
}
