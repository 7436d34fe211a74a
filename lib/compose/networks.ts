import { approximated, type Difference, local } from '../differences/difference';
import { push } from '../units/push';
import type { Connection, Connections } from '../workloads/connections';
import type { Workload } from '../workloads/workload';
import type { Network } from './compose-file';
import type { Names } from './names';

/** The networks of the project and who is on them. */
export interface Networks {
  readonly of: (workload: Workload) => readonly string[];
  readonly members: ReadonlyMap<string, readonly Workload[]>;
  readonly definitions: Readonly<Record<string, Network>>;
  readonly differences: readonly Difference[];
}

interface Made {
  readonly name: string;
  readonly members: readonly Workload[];
  readonly network: Network;
}

/**
 * One internal network for each pair that may talk, so that nobody else hears them. `open` holds those that no policy
 * holds back. Who has a name but no company still finds itself under it, as does a health check that asks by it.
 */
export function networksOf(
  all: readonly Workload[],
  { pairs: allPairs, ...rules }: Connections,
  names: Names,
): Networks {
  const workloads = all.filter(isOnNetworks);
  const connections = {
    ...rules,
    pairs: allPairs.filter(({ client, server }) => isOnNetworks(client) && isOnNetworks(server)),
  };
  const leaves = (workload: Workload) => connections.outside.has(workload) || workload.local.publish !== undefined;
  const outside = workloads.filter((workload) => leaves(workload) && !connections.open.has(workload));
  const pairs = pairNetworks(workloads, connections, names);
  const open = openNetworks(workloads.filter((workload) => connections.open.has(workload)));
  const joined = new Set([...pairs, ...open].flatMap(({ members }) => members).concat(outside));
  const alone = workloads.filter((workload) => !joined.has(workload) && isAsked(workload));
  const made = [...pairs, ...open, ...edges(outside, names), ...alone.map((workload) => aloneNetwork(workload, names))];
  const of = new Map<Workload, string[]>(workloads.map((workload) => [workload, []]));
  for (const { name, members } of made) for (const workload of members) of.get(workload)?.push(name);
  return {
    of: (workload) => of.get(workload) ?? [],
    members: new Map(made.map(({ name, members }) => [name, members])),
    definitions: definitionsOf(made),
    differences: [
      ...outside
        .filter((workload) => !connections.outside.has(workload))
        .flatMap((workload) => opened(workload, connections)),
      ...answeredBack(connections, names),
      ...heardByTheirLike(workloads, connections),
    ],
  };
}

/** Who shares the network of the machine is on none of the project's. */
function isOnNetworks({ pod }: Workload): boolean {
  return !pod.shares.networkWithHost;
}

function isAsked({ answersTo, local: { healthCheck, containers = {} } }: Workload): boolean {
  return answersTo.length > 0 || [{ healthCheck }, ...Object.values(containers)].some((one) => one.healthCheck);
}

/** Members of one owner are on its networks together: a name that leads to all of them must find them on one. */
function pairNetworks(workloads: readonly Workload[], { pairs }: Connections, names: Names): readonly Made[] {
  const siblings = new Map<unknown, Workload[]>();
  for (const workload of workloads) push(siblings, workload.field, workload);
  const made = new Map<string, Made>();
  const isSibling = ({ client, server }: Connection) => client.field === server.field;
  for (const { client, server } of pairs.filter((pair) => !isSibling(pair))) {
    const name = `${names.owner(client)}_${names.owner(server)}`;
    const members = [client, server].flatMap(({ field }) => siblings.get(field) ?? []);
    const known = made.has(`${names.owner(server)}_${names.owner(client)}`);
    if (!known) made.set(name, { name, members, network: { internal: true } });
  }
  const joined = new Set([...made.values()].flatMap(({ members }) => members));
  for (const { client } of pairs.filter(isSibling).filter((pair) => !joined.has(pair.client))) {
    const name = `${names.owner(client)}_members`;
    made.set(name, { name, members: siblings.get(client.field) ?? [], network: { internal: true } });
  }
  return [...made.values()];
}

/** A short name means its own namespace's: where there are several, it is known on a network of that namespace. */
function openNetworks(members: readonly Workload[]): readonly Made[] {
  const comment = 'No NetworkPolicy selects these workloads: they see each other and the world.';
  const namespaces = [...new Set(members.map(({ namespace }) => namespace))];
  if (namespaces.length === 0) return [];
  return [
    { name: 'open', members, network: { comment } },
    ...(namespaces.length === 1 ? [] : namespaces).map((namespace) => ({
      name: `${namespace}-open`,
      members: members.filter((workload) => workload.namespace === namespace),
      network: { comment: `The short names of namespace ${namespace}.`, internal: true },
    })),
  ];
}

/**
 * One each: on a common one they would see each other, or else Docker's DNS would still give the address there, which
 * it prefers to that on an internal network, to those that may talk.
 */
function edges(outside: readonly Workload[], names: Names): readonly Made[] {
  const comment = 'An edge is the way out to the internet, and in for a published port; each has one member.';
  return outside.map((workload, index) => ({
    name: `${names.service(workload)}-edge`,
    members: [workload],
    network: index === 0 ? { comment } : {},
  }));
}

/** No pair has this name: who is alone is in none. */
function aloneNetwork(workload: Workload, names: Names): Made {
  return { name: `${names.service(workload)}_alone`, members: [workload], network: { internal: true } };
}

/** A port leads in only where the network leads out. */
function opened(workload: Workload, { egressClosedBy }: Connections): readonly Difference[] {
  const reason = 'the world outside is open to it: a port of the laptop needs a network that leads out';
  return (egressClosedBy.get(workload) ?? []).map((field) =>
    local(field, reason, 'a call that a cluster refuses succeeds here'),
  );
}

/** Who may only call can be called as well. */
function answeredBack({ pairs, ingressClosedBy }: Connections, names: Names): readonly Difference[] {
  const way = (from: Workload, to: Workload) => `${names.service(from)}_${names.service(to)}`;
  const ways = new Set(pairs.map(({ client, server }) => way(client, server)));
  const oneWay = pairs.filter(({ client, server }) => !ways.has(way(server, client)));
  const reason = 'open to those it connects to: a Compose network has no direction';
  return oneWay
    .flatMap(({ client }) => ingressClosedBy.get(client) ?? [])
    .map((field) => approximated(field, reason, 'a call that a cluster refuses succeeds here'));
}

/** The pods of one owner have the same networks. */
function heardByTheirLike(workloads: readonly Workload[], { ingressClosedBy, openToTheirLike }: Connections) {
  const reason = 'open to the other pods of its owner: they have the same networks';
  return workloads
    .filter((workload) => (workload.local.replicas ?? 1) > 1 && !openToTheirLike.has(workload))
    .flatMap((workload) => ingressClosedBy.get(workload) ?? [])
    .map((field) => approximated(field, reason, 'a call that a cluster refuses succeeds here'));
}

/** Docker's own address pools end at about thirty networks: when there are many, each gets a small range of its own. */
const crowd = 20;
/** As many ranges of 16 addresses as there are in 10.213.0.0/16: what comes after has Docker's own pools, if anything. */
const ranges = 4096;
/** Pods of a pair in a range of 16 addresses, with room for their init containers. */
const few = 6;

function definitionsOf(made: readonly Made[]): Readonly<Record<string, Network>> {
  const small = (index: number) => ({ ipam: { config: [{ subnet: subnet(index) }] } });
  return Object.fromEntries(
    made.map(({ name, members, network }, index) => [
      name,
      { ...network, ...(made.length > crowd && index < ranges && isSmall(members) && small(index)) },
    ]),
  );
}

function isSmall(members: readonly Workload[]): boolean {
  const pods = members.reduce((sum, { member, local }) => sum + (member ? 1 : (local.replicas ?? 1)), 0);
  return pods <= few && new Set(members.map(({ field }) => field)).size <= 2;
}

/** The index-th range of 16 addresses in 10.213.0.0/16. */
function subnet(index: number): string {
  return `10.213.${Math.floor(index / 16)}.${(index % 16) * 16}/28`;
}
