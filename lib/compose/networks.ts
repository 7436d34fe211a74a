import { approximated, type Difference, local } from '../differences/difference';
import type { Connections } from '../workloads/connections';
import { formsOf } from '../workloads/host-names';
import type { Workload } from '../workloads/workload';
import type { Network, NetworkMembership } from './compose-file';
import type { Fragment } from './fragment';
import type { Names } from './names';
import { portsOf } from './ports';
import type { Unit } from './unit';

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
export function networksOf(workloads: readonly Workload[], connections: Connections, names: Names): Networks {
  const leaves = (workload: Workload) => connections.outside.has(workload) || workload.local.publish !== undefined;
  const outside = workloads.filter((workload) => leaves(workload) && !connections.open.has(workload));
  const pairs = pairNetworks(connections, names);
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
    ],
  };
}

function isAsked({ answersTo, local: { healthCheck, containers = {} } }: Workload): boolean {
  return answersTo.length > 0 || [{ healthCheck }, ...Object.values(containers)].some((one) => one.healthCheck);
}

function pairNetworks(connections: Connections, names: Names): readonly Made[] {
  const pairs = new Map<string, Made>();
  for (const { client, server } of connections.pairs) {
    const name = `${names.service(client)}_${names.service(server)}`;
    const known = pairs.has(`${names.service(server)}_${names.service(client)}`);
    if (!known) pairs.set(name, { name, members: [client, server], network: { internal: true } });
  }
  return [...pairs.values()];
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
  const comment = 'An edge leads its one member out of the project, and to the published port.';
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

/** Docker's own address pools end at about thirty networks: when there are many, each gets a small range of its own. */
const crowd = 20;
const smallest = 2;

function definitionsOf(made: readonly Made[]): Readonly<Record<string, Network>> {
  const small = (index: number) => ({ ipam: { config: [{ subnet: subnet(index) }] } });
  return Object.fromEntries(
    made.map(({ name, members, network }, index) => [
      name,
      { ...network, ...(made.length > crowd && members.length <= smallest && small(index)) },
    ]),
  );
}

/** The index-th range of 16 addresses in 10.213.0.0/16. */
function subnet(index: number): string {
  return `10.213.${Math.floor(index / 16)}.${(index % 16) * 16}/28`;
}

/** How a container is reached: its networks, its names there, and the port of the laptop that leads to it. */
export function reachOf(unit: Unit, networks: Networks): Fragment {
  if (unit.network) return { service: { network_mode: `service:${unit.network}` } };
  const joined = networks.of(unit.workload);
  if (joined.length === 0) return { service: { network_mode: 'none' } };
  return {
    service: {
      networks: Object.fromEntries(
        joined.map((network) => [network, membership(unit, networks.members.get(network) ?? [])]),
      ),
      ports: unit.role === 'init' ? [] : portsOf(unit.workload, unit.pod),
    },
  };
}

/**
 * A short name means the namespace's own: it is known only where all members are of that namespace. An init container
 * has none of the names: nobody may take it for what comes after it.
 */
function membership({ workload, service, role }: Unit, members: readonly Workload[]): NetworkMembership {
  if (role === 'init') return {};
  const neighbours = members.every(({ namespace }) => namespace === workload.namespace);
  const names = workload.answersTo.flatMap((name) => formsOf(name).slice(neighbours ? 0 : 1));
  const aliases = [...new Set(names)].filter((name) => name !== service);
  return aliases.length > 0 ? { aliases } : {};
}
