import { Egress } from '../connections/egress';
import { isLabelSelector, type Labels, Peer } from '../connections/peer';
import { inTurn, isMap, listOf, oneOf, satisfying } from './check';
import { cidr, holds } from './cidr';
import { found, within } from './finding';
import { label, labelName, labelValue } from './label';
import { namespaceName } from './name';
import { policyPorts } from './policy-port';
import { impossibleLabels } from './possible-labels';
import type { Check, Finding } from './problem';
import { optional, type Rules, required, shape } from './props';

/** Where a workload may go that no reference leads to. */
export const egress: Check = listOf(
  inTurn(
    satisfying(
      (value) => value instanceof Egress,
      'is no Egress',
      'Egress.internet(443), Egress.cidr(…) or Egress.to(…).',
      'write one of them.',
    ),
    satisfying(
      (value) => (value as Egress).ports.length > 0,
      'names no port',
      'the ports, such as Egress.internet(443).',
      "name each port, or { protocol: 'TCP' } for all: what is not named stays closed.",
    ),
    (value) => targetOf(value as Egress),
    (value) => within('ports', policyPorts((value as Egress).ports)),
  ),
);

/** A caller that this app does not make. */
export const peer: Check = inTurn(
  satisfying(
    (value) => value instanceof Peer,
    'is no Peer',
    'Peer.namespace(…), Peer.pods(…), Peer.cidr(…) or Peer.ingressController().',
    'write one of them.',
  ),
  (value) => namesOf(value as Peer),
  (value) => within('ports', policyPorts((value as Peer).ports ?? [1])),
);

/** Callers that this app does not make. */
export const allowFrom: Check = listOf(peer);

function targetOf({ target }: Egress): readonly Finding[] {
  if (!(target instanceof Peer)) return peer(target);
  const ports: Finding = {
    prop: 'ports',
    wrong: 'are those of a way in',
    expected: 'the ports behind the peer: Egress.to(peer, 443).',
    fix: 'take .on(…) away.',
  };
  return target.ports ? [ports] : namesOf(target);
}

function namesOf({ names }: Peer): readonly Finding[] {
  const { namespace, namespaces, labels, cidr, except = [], anyone } = names;
  if (anyone) return [];
  if (cidr !== undefined) return addresses(cidr, except);
  if (namespace === undefined && namespaces === undefined && labels === undefined) {
    return [{ prop: '', wrong: 'names neither a namespace nor labels', expected: 'one of them.', fix: 'give it one.' }];
  }
  return [
    ...(namespace === undefined ? [] : within('namespace', namespaceName(namespace))),
    ...(namespaces === undefined ? [] : within('namespaces', selector(namespaces))),
    ...(labels === undefined ? [] : within('labels', selector(labels))),
  ];
}

function addresses(range: string, except: readonly string[]): readonly Finding[] {
  const findings = [...within('cidr', cidr(range)), ...within('except', listOf(cidr)(except))];
  if (findings.length > 0) return findings;
  const everything = range.endsWith('/0') && except.length === 0;
  const outside = except.filter((one) => !holds(range, one));
  return [
    ...(everything
      ? within(
          'cidr',
          found(
            range,
            'is every address there is',
            someRange,
            'write Peer.anyone() if everybody is meant, or Egress.internet(443) for the internet.',
          ),
        )
      : []),
    ...outside.flatMap((one) =>
      within(
        'except',
        found(
          one,
          `is no part of ${range}`,
          `a smaller range of ${range}.`,
          'leave it out, or correct one of the two.',
        ),
      ),
    ),
  ];
}

const someRange = 'a range of addresses, or a range with exceptions.';

/** A label that is not there would leave a selector that selects every pod. */
function selector(labels: Labels): readonly Finding[] {
  const findings = isMap(labels);
  if (findings.length > 0) return findings;
  if (!isLabelSelector(labels)) return [...empty(Object.keys(labels)), ...labelsIn(labels)];
  const { matchLabels = {}, matchExpressions = [] } = labels;
  const wrong = [...empty([...Object.keys(matchLabels), ...matchExpressions]), ...shape(selectorRules)(labels)];
  return wrong.length > 0 ? wrong : impossibleLabels(labels);
}

function empty(names: readonly unknown[]): readonly Finding[] {
  if (names.length > 0) return [];
  return [
    {
      prop: '',
      wrong: 'are empty, which selects every pod',
      expected: 'at least one label.',
      fix: 'write Peer.namespace(…) if every pod is meant.',
    },
  ];
}

const labelsIn = (labels: unknown): readonly Finding[] =>
  Object.entries(labels as object).flatMap(([key, value]) => within(key, label(key, value)));

const requirement: Check = inTurn(
  shape({
    key: required(labelName, 'app'),
    operator: required(oneOf('In', 'NotIn', 'Exists', 'DoesNotExist'), 'Exists'),
    values: optional(listOf(labelValue)),
  }),
  (value) => {
    const { operator, values = [] } = value as { operator: string; values?: readonly string[] };
    const wanted = operator === 'In' || operator === 'NotIn';
    if (wanted === values.length > 0) return [];
    return within(
      'values',
      found(
        values,
        wanted ? 'are missing' : `have no place beside ${operator}`,
        'values beside In and NotIn alone.',
        wanted ? 'write them.' : 'leave them out.',
      ),
    );
  },
);

const selectorRules: Rules<Extract<Labels, { matchExpressions?: unknown }>> = {
  matchLabels: optional(inTurn(isMap, labelsIn)),
  matchExpressions: optional(listOf(requirement)),
};
