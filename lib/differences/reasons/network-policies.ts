import { nobody, type Reason } from './reason';

const kinds = ['NetworkPolicy'];

const selectors = ['podSelector', 'namespaceSelector'].flatMap((selector) => [
  selector,
  `${selector}/matchLabels/*`,
  `${selector}/matchExpressions/*/key`,
  `${selector}/matchExpressions/*/operator`,
  `${selector}/matchExpressions/*/values/*`,
]);

export const reasonsOfNetworkPolicies: readonly Reason[] = [
  {
    kinds,
    fields: ['spec', 'spec/ingress/*/from/*', 'spec/egress/*/to/*'].flatMap(selectorsIn),
    ...nobody,
  },
  { kinds, fields: ['spec/policyTypes/*'], ...nobody },
  {
    kinds,
    fields: [
      'spec/ingress/*/ports/*/port',
      'spec/ingress/*/ports/*/protocol',
      'spec/egress/*/ports/*/port',
      'spec/egress/*/ports/*/protocol',
    ],
    reason: 'a Compose network carries every port between its members',
    means: 'a call to another port that a cluster refuses succeeds here',
  },
  {
    kinds,
    fields: [
      'spec/egress/*/to/*/ipBlock/cidr',
      'spec/egress/*/to/*/ipBlock/except/*',
      'spec/ingress/*/from/*/ipBlock/cidr',
    ],
    reason: 'a Compose network leads everywhere outside, or nowhere',
    means: 'a call that a cluster refuses succeeds here',
  },
];

function selectorsIn(place: string): readonly string[] {
  return selectors.map((selector) => `${place}/${selector}`);
}
