import { type Difference, local } from '../differences/difference';
import type { Connections } from '../workloads/connections';
import { formsOf } from '../workloads/host-names';
import type { Workload } from '../workloads/workload';
import type { Network, NetworkMembership, Port } from './compose-file';
import type { Fragment } from './fragment';
import type { Names } from './names';
import type { Unit } from './unit';

/** The networks of the project and who is on them. */
export interface Networks {
  readonly of: (workload: Workload) => readonly string[];
  readonly members: ReadonlyMap<string, readonly Workload[]>;
  readonly definitions: Readonly<Record<string, Network>>;
  readonly differences: readonly Difference[];
}

const edge = 'edge';
const open = 'open';

/**
 * One internal network for each pair that may talk, so that nobody else hears them. `edge` leads out and lets its
 * members not see each other; `open` holds those that no policy holds back. Who has a name but no company still finds
 * itself under it.
 */
export function networksOf(workloads: readonly Workload[], connections: Connections, names: Names): Networks {
  const members = new Map<string, readonly Workload[]>();
  for (const { client, server } of connections.pairs) {
    const known = `${names.service(server)}_${names.service(client)}`;
    if (!members.has(known)) members.set(`${names.service(client)}_${names.service(server)}`, [client, server]);
  }
  const leaves = (workload: Workload) => connections.outside.has(workload) || workload.local.publish !== undefined;
  const outside = workloads.filter((workload) => leaves(workload) && !connections.open.has(workload));
  if (connections.open.size > 0)
    members.set(
      open,
      workloads.filter((workload) => connections.open.has(workload)),
    );
  if (outside.length > 0) members.set(edge, outside);
  const joined = new Set([...members.values()].flat());
  for (const workload of workloads) {
    if (!joined.has(workload) && workload.answersTo.length > 0) members.set(names.service(workload), [workload]);
  }
  const of = new Map<Workload, string[]>(workloads.map((workload) => [workload, []]));
  for (const [network, list] of members) for (const workload of list) of.get(workload)?.push(network);
  return {
    of: (workload) => of.get(workload) ?? [],
    members,
    definitions: definitionsOf([...members.keys()]),
    differences: outside
      .filter((workload) => !connections.outside.has(workload))
      .flatMap((workload) => opened(workload, connections)),
  };
}

/** A port leads in only where the network leads out. */
function opened(workload: Workload, { egressRules }: Connections): readonly Difference[] {
  const reason = 'the world outside is open to it: a port of the laptop needs a network that leads out';
  return (egressRules.get(workload) ?? []).map((field) => local(field, reason));
}

const special: Readonly<Record<string, Network>> = {
  [edge]: {
    comment: 'Leads out of the project and to its published ports; its members do not see each other.',
    driver_opts: { 'com.docker.network.bridge.enable_icc': 'false' },
  },
  [open]: { comment: 'No NetworkPolicy selects these workloads: they see each other and the world.' },
};

/** Docker's own address pools end at about thirty networks: when there are many, each gets a small range of its own. */
const crowd = 20;

function definitionsOf(networks: readonly string[]): Readonly<Record<string, Network>> {
  const small = (index: number) => ({ ipam: { config: [{ subnet: subnet(index) }] } });
  return Object.fromEntries(
    networks.map((name, index) => [
      name,
      special[name] ?? { internal: true, ...(networks.length > crowd && small(index)) },
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
      ports: portsOf(unit),
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

function portsOf({ workload, service, role }: Unit): readonly Port[] {
  const { publish } = workload.local;
  if (publish === undefined || role === 'init') return [];
  const target = workload.pod.containers[0]?.ports[0]?.number ?? publish;
  return [{ variable: `${service.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_PORT`, published: publish, target }];
}
