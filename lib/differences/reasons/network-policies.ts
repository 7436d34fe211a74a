import type { Reason } from './reason';

const kinds = ['NetworkPolicy'];

export const reasonsOfNetworkPolicies: readonly Reason[] = [
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
