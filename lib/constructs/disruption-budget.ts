import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { inTurn, oneOf, satisfying } from '../checks/check';
import { intOrPercent } from '../checks/int-or-percent';
import type { Check, Finding } from '../checks/problem';
import { optional, shape } from '../checks/props';
import { typedObject } from '../objects/typed-object';
import type { Identity } from '../pods/identity';
import { type IntOrString, intOrString } from '../pods/int-or-string';

/** In Kubernetes' words; one of the first two. */
export interface DisruptionBudget {
  readonly maxUnavailable?: IntOrString;
  readonly minAvailable?: IntOrString;
  readonly unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
}

/** How many pods may be away at once while nodes are emptied. A pod that is broken anyway may always go. */
export function disruptionBudget(
  construct: Construct,
  { metadata, selector }: Identity,
  given: DisruptionBudget = {},
): k8s.KubePodDisruptionBudget {
  const { maxUnavailable, minAvailable, unhealthyPodEvictionPolicy = 'AlwaysAllow' } = given;
  return typedObject(k8s.KubePodDisruptionBudget, construct, 'disruption-budget', {
    metadata,
    spec: {
      ...(minAvailable === undefined
        ? { maxUnavailable: intOrString(maxUnavailable ?? 1) }
        : { minAvailable: intOrString(minAvailable) }),
      selector: { matchLabels: selector },
      unhealthyPodEvictionPolicy,
    },
  });
}

export const aBudget: Check = inTurn(
  shape<DisruptionBudget>({
    maxUnavailable: optional(intOrPercent),
    minAvailable: optional(intOrPercent),
    unhealthyPodEvictionPolicy: optional(oneOf('AlwaysAllow', 'IfHealthyBudget')),
  }),
  satisfying(
    (value) => {
      const { maxUnavailable, minAvailable } = value as DisruptionBudget;
      return maxUnavailable === undefined || minAvailable === undefined;
    },
    'says both minAvailable and maxUnavailable',
    'one of them.',
    'leave one out.',
  ),
  satisfying(
    (value) => {
      const { maxUnavailable, minAvailable } = value as DisruptionBudget;
      return !/^0%?$/.test(String(maxUnavailable)) && String(minAvailable) !== '100%';
    },
    'lets no pod ever go, so that no node can be emptied',
    'a budget that lets one go.',
    'write maxUnavailable: 1.',
  ),
);

/** A budget that asks for as many pods as there are at the least keeps every node from being emptied. */
export function tooManyAsked(given: DisruptionBudget | 'none' | undefined, pods: number): readonly Finding[] {
  const minAvailable = typeof given === 'object' ? given.minAvailable : undefined;
  const got = typeof minAvailable === 'object' ? minAvailable.value : minAvailable;
  if (typeof got !== 'number' || got < pods) return [];
  return [
    {
      prop: 'disruptionBudget.minAvailable',
      wrong: `lets no pod ever go, as there may be no more than ${pods}`,
      got,
      expected: 'fewer than there are, so that a node can be emptied',
      fix: 'write maxUnavailable: 1',
    },
  ];
}
