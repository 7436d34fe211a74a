import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { dnsPort, type PodIndex, podIndex } from './pod-index';
import type { Surroundings } from './surroundings';
import type { Workload } from './workload';

/** Who may talk to whom, as the NetworkPolicies say. */
export interface Connections {
  readonly pairs: readonly Connection[];
  /** Those that may leave the cluster. */
  readonly outside: ReadonlySet<Workload>;
  /** What holds a workload back: where its policies say that they speak of egress. */
  readonly egressClosedBy: ReadonlyMap<Workload, readonly Field[]>;
  /** What holds others back from a workload. */
  readonly ingressClosedBy: ReadonlyMap<Workload, readonly Field[]>;
  /** Those that no policy holds back in either direction: all of them may talk to each other. */
  readonly open: ReadonlySet<Workload>;
  /** Those whose pods may talk to each other. */
  readonly openToTheirLike: ReadonlySet<Workload>;
}

export interface Connection {
  readonly client: Workload;
  readonly server: Workload;
}

/** One direction of one workload: unrestricted, or a list. */
interface Reach {
  all: boolean;
  readonly peers: Set<Workload>;
  outside: boolean;
  readonly closedBy: Field[];
}

type Reaches = Map<Workload, Reach>;

export function readConnections(workloads: readonly Workload[], around: Surroundings): Connections {
  const index = podIndex(workloads, around);
  const egress: Reaches = new Map();
  const ingress: Reaches = new Map();
  for (const policy of around.policies) readPolicy(policy, index, egress, ingress);
  const free = (reaches: Reaches) => workloads.filter((workload) => reaches.get(workload)?.all ?? true);
  const open = new Set(free(egress).filter((workload) => ingress.get(workload)?.all ?? true));
  const listening = free(ingress);
  return {
    open,
    openToTheirLike: new Set(
      workloads.filter((workload) => [egress, ingress].every((reaches) => reachesItself(workload, reaches))),
    ),
    outside: new Set(workloads.filter((workload) => egress.get(workload)?.outside ?? true)),
    egressClosedBy: closedByOf(egress),
    ingressClosedBy: closedByOf(ingress),
    pairs: workloads.flatMap((client) => serversOf(client, { egress, ingress, open, listening })),
  };
}

function reachesItself(workload: Workload, reaches: Reaches): boolean {
  const reach = reaches.get(workload);
  return !reach || reach.all || reach.peers.has(workload);
}

function closedByOf(reaches: Reaches): ReadonlyMap<Workload, readonly Field[]> {
  return new Map([...reaches].map(([workload, { closedBy }]) => [workload, closedBy]));
}

interface Rules {
  readonly egress: Reaches;
  readonly ingress: Reaches;
  readonly open: ReadonlySet<Workload>;
  readonly listening: readonly Workload[];
}

/** A connection needs leave on both sides: the client's to go out, the server's to let in. */
function serversOf(client: Workload, rules: Rules): readonly Connection[] {
  const out = rules.egress.get(client);
  const letIn = (server: Workload) => {
    const reach = rules.ingress.get(server);
    return !reach || reach.all || reach.peers.has(client);
  };
  const candidates = !out || out.all ? [...rules.listening, ...namedBy(client, rules.ingress)] : out.peers;
  const bothOpen = (server: Workload) => rules.open.has(client) && rules.open.has(server);
  return [...new Set(candidates)]
    .filter((server) => server !== client && letIn(server) && !bothOpen(server))
    .map((server) => ({ client, server }));
}

function namedBy(client: Workload, ingress: Reaches): readonly Workload[] {
  return [...ingress].filter(([, reach]) => reach.peers.has(client)).map(([server]) => server);
}

function readPolicy(policy: Manifest, index: PodIndex, egress: Reaches, ingress: Reaches): void {
  const spec = policy.root.at('spec');
  const selected = index.select(spec.at('podSelector'), [policy.namespace]);
  if (selected.length === 0) return;
  const types = typesOf(spec);
  if (types.includes('Ingress')) readRules('Ingress', policy, selected, index, ingress);
  if (types.includes('Egress')) readRules('Egress', policy, selected, index, egress);
}

/** As the API server fills them in where nothing is said. */
export function typesOf(spec: Field): readonly string[] {
  const types = spec.at('policyTypes').texts();
  if (types.length > 0) return types;
  return spec.at('egress').items().length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}

export const sides = { Ingress: ['ingress', 'from'], Egress: ['egress', 'to'] } as const;

function readRules(
  type: keyof typeof sides,
  policy: Manifest,
  selected: readonly Workload[],
  index: PodIndex,
  reaches: Reaches,
): void {
  const [way, side] = sides[type];
  const spec = policy.root.at('spec');
  const found = spec
    .at(way)
    .items()
    .map((rule) => readPeers(rule, side, policy, index));
  const closing =
    spec
      .at('policyTypes')
      .items()
      .find((item) => item.peek() === type) ?? spec.at(way);
  for (const workload of selected) {
    const reach = reaches.get(workload) ?? { all: false, peers: new Set(), outside: false, closedBy: [] };
    for (const { all, peers, outside } of found) {
      reach.all ||= all;
      reach.outside ||= outside;
      for (const peer of peers) reach.peers.add(peer);
    }
    reach.closedBy.push(closing);
    reaches.set(workload, reach);
  }
}

/** No peers at all means everybody, in the cluster and outside: so does a rule that says nothing. */
function readPeers(rule: Field, side: 'from' | 'to', policy: Manifest, index: PodIndex): Omit<Reach, 'closedBy'> {
  rule.entries();
  const peers = rule.at(side).items();
  if (side === 'to' && isForNames(rule) && !index.servesNames) return { all: false, peers: new Set(), outside: false };
  if (peers.length === 0) return { all: true, peers: new Set(), outside: true };
  const pods = peers.filter((peer) => !peer.at('ipBlock').exists);
  return {
    all: false,
    peers: new Set(pods.flatMap((peer) => readPods(peer, policy, index))),
    outside: pods.length < peers.length,
  };
}

/** Who may only ask for names, of whomever, talks to nobody here by it: Docker itself answers. */
function isForNames(rule: Field): boolean {
  const ports = rule.at('ports').items();
  return ports.length > 0 && ports.every((port) => port.at('port').peek() === dnsPort && !port.at('endPort').exists);
}

function readPods(peer: Field, policy: Manifest, index: PodIndex): readonly Workload[] {
  const elsewhere = peer.at('namespaceSelector');
  const namespaces = elsewhere.exists ? index.namespaces(elsewhere) : [policy.namespace];
  const found = index.select(peer.at('podSelector'), namespaces);
  if (found.length > 0 && elsewhere.exists) index.rememberNamespaces(elsewhere, found);
  return found;
}
