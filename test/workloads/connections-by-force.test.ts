import fc from 'fast-check';
import { deployment, networkPolicy, object, readingOf } from './manifests';

/**
 * readConnections against an evaluator that asks each policy about each pair of pods, as
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/ puts it.
 */
type Labels = Readonly<Record<string, string>>;

interface Selector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly { key: string; operator: string; values?: readonly string[] }[];
}

interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: object;
}

interface Policy {
  readonly namespace: string;
  readonly podSelector: Selector;
  readonly policyTypes?: readonly string[];
  readonly ingress?: readonly { from?: readonly Peer[] }[];
  readonly egress?: readonly { to?: readonly Peer[] }[];
}

interface Pod {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
}

const teams: Readonly<Record<string, Labels>> = { a: {}, b: { team: 'x' } };

function selects({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  const holds: Readonly<Record<string, (value: string | undefined, values: readonly string[]) => boolean>> = {
    In: (value, values) => value !== undefined && values.includes(value),
    NotIn: (value, values) => value === undefined || !values.includes(value),
    Exists: (value) => value !== undefined,
    DoesNotExist: (value) => value === undefined,
  };
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => holds[operator]?.(labels[key], values))
  );
}

function isPeer(peer: Peer, other: Pod, policy: Policy): boolean {
  if (peer.ipBlock) return false;
  const labels = { ...teams[other.namespace], 'kubernetes.io/metadata.name': other.namespace };
  const inNamespace = peer.namespaceSelector
    ? selects(peer.namespaceSelector, labels)
    : other.namespace === policy.namespace;
  return inNamespace && selects(peer.podSelector ?? {}, other.labels);
}

/** The lists of peers that the policies give a pod in one direction; undefined where none isolates it. */
function peersOf(pod: Pod, policies: readonly Policy[], type: 'Ingress' | 'Egress') {
  const isolating = policies.filter((policy) => {
    const byDefault = ['Ingress', ...(policy.egress?.length ? ['Egress'] : [])];
    const types = policy.policyTypes?.length ? policy.policyTypes : byDefault;
    return policy.namespace === pod.namespace && selects(policy.podSelector, pod.labels) && types.includes(type);
  });
  if (isolating.length === 0) return undefined;
  return isolating.flatMap((policy) => {
    const rules = type === 'Ingress' ? policy.ingress?.map(({ from }) => from) : policy.egress?.map(({ to }) => to);
    return (rules ?? []).map((peers) => ({ policy, peers: peers ?? [] }));
  });
}

function allows(pod: Pod, other: Pod, policies: readonly Policy[], type: 'Ingress' | 'Egress'): boolean {
  const lists = peersOf(pod, policies, type);
  return (
    !lists || lists.some(({ policy, peers }) => peers.length === 0 || peers.some((peer) => isPeer(peer, other, policy)))
  );
}

function leaves(pod: Pod, policies: readonly Policy[]): boolean {
  const lists = peersOf(pod, policies, 'Egress');
  return !lists || lists.some(({ peers }) => peers.length === 0 || peers.some(({ ipBlock }) => ipBlock));
}

const labels = fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('x', 'y'), { noNullPrototype: true });
const expression = fc.record(
  {
    key: fc.constantFrom('app', 'tier', 'team', 'kubernetes.io/metadata.name'),
    operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
    values: fc.subarray(['x', 'y', 'a']),
  },
  { requiredKeys: ['key', 'operator'], noNullPrototype: true },
);
const selector = fc.record(
  { matchLabels: labels, matchExpressions: fc.array(expression, { maxLength: 2 }) },
  { requiredKeys: [], noNullPrototype: true },
);
const namespaceLabels = fc.constantFrom<Labels>({ 'kubernetes.io/metadata.name': 'a' }, { team: 'x' }, {});
const namespaceSelector = fc.oneof(selector, fc.record({ matchLabels: namespaceLabels }, { noNullPrototype: true }));
const peer = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ podSelector: selector, namespaceSelector }, { requiredKeys: [], noNullPrototype: true }),
  },
  { weight: 1, arbitrary: fc.constant({ ipBlock: { cidr: '10.0.0.0/8' } }) },
);
const peers = fc.array(peer, { maxLength: 3 });
const policy = fc.record(
  {
    namespace: fc.constantFrom('a', 'b'),
    podSelector: selector,
    policyTypes: fc.subarray(['Ingress', 'Egress']),
    ingress: fc.array(fc.record({ from: peers }, { requiredKeys: [], noNullPrototype: true }), { maxLength: 2 }),
    egress: fc.array(fc.record({ to: peers }, { requiredKeys: [], noNullPrototype: true }), { maxLength: 2 }),
  },
  { requiredKeys: ['namespace', 'podSelector'], noNullPrototype: true },
);
const pods = fc
  .array(fc.record({ namespace: fc.constantFrom('a', 'b'), labels }), { minLength: 1, maxLength: 5 })
  .map((all) => all.map((pod, index) => ({ ...pod, name: `pod-${index}`, labels: { app: 'z', ...pod.labels } })));

test('for any pods and policies, the pairs and the open ones are exactly those that Kubernetes lets talk', () => {
  fc.assert(
    fc.property(pods, fc.array(policy, { maxLength: 4 }), (all, policies) => {
      const { connections, problems } = readingOf(
        ...all.map(({ name, ...options }) => deployment(name, {}, options)),
        ...policies.map(({ namespace, ...spec }, index) => networkPolicy(`policy-${index}`, spec, namespace)),
        ...Object.entries(teams).map(([name, own]) =>
          object('v1', 'Namespace', name, { metadata: { name, labels: own } }),
        ),
      );
      const open = [...connections.open].map(({ name }) => name);
      const among = open.flatMap((client) =>
        open.filter((server) => server !== client).map((server) => [client, server]),
      );
      const given = connections.pairs.map(({ client, server }) => [client.name, server.name]);
      const may = (client: Pod, server: Pod) =>
        client !== server && allows(client, server, policies, 'Egress') && allows(server, client, policies, 'Ingress');
      const expected = all.flatMap((client) =>
        all.filter((server) => may(client, server)).map((server) => [client.name, server.name]),
      );
      expect(problems).toEqual([]);
      expect([...given, ...among].sort()).toEqual(expected.sort());
      const leaving = all.filter((pod) => leaves(pod, policies)).map(({ name }) => name);
      expect([...connections.outside].map(({ name }) => name)).toEqual(leaving);
    }),
    { numRuns: 500 },
  );
});
