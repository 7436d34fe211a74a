import { formsOf } from '../workloads/host-names';
import type { NetworkMembership, Service } from './compose-file';
import type { Fragment } from './fragment';
import type { Networks } from './networks';
import { portsOf } from './ports';
import type { Unit } from './unit';

/** How a container is reached: its networks, its names there, and the port of the laptop that leads to it. */
export function reachOf(unit: Unit, networks: Networks): Fragment {
  // Compose would start nothing at all where the holder of a network is missing.
  const isLeftOut = unit.workload.local.replicas === 0;
  if (unit.workload.pod.shares.networkWithHost) return { service: { network_mode: 'host' } };
  if (unit.network) return { service: { network_mode: isLeftOut ? 'none' : `service:${unit.network}` } };
  if (networks.of(unit.workload).length === 0) return { service: { network_mode: 'none' } };
  return {
    service: {
      networks: membershipsOf(unit, networks),
      ports: unit.role === 'init' || unit.role === 'clock' ? [] : portsOf(unit.workload, unit.pod),
    },
  };
}

/** Docker's DNS knows the names of all networks that the one who asks is on: where it is alone, none is said twice. */
function membershipsOf(unit: Unit, { of, members }: Networks): Service['networks'] {
  const joined = of(unit.workload).map((network) => ({ network, among: members.get(network) ?? [] }));
  const named = joined.map(({ network, among }) => ({ network, among, names: namesAmong(unit, among) }));
  const elsewhere = named.filter(({ among }) => among.length > 1).map(({ names }) => new Set(names));
  const isKnown = (names: readonly string[]) => elsewhere.some((known) => names.every((name) => known.has(name)));
  return Object.fromEntries(
    named.map(({ network, among, names }): [string, NetworkMembership] => [
      network,
      names.length === 0 || (among.length === 1 && isKnown(names)) ? {} : { aliases: names },
    ]),
  );
}

/**
 * A short name means the namespace's own: it is known only where all members are of that namespace. An init container
 * has none of the names: nobody may take it for what comes after it.
 */
function namesAmong({ workload, service, role }: Unit, among: readonly Unit['workload'][]): readonly string[] {
  if (role === 'init') return [];
  const neighbours = among.every(({ namespace }) => namespace === workload.namespace);
  const names = workload.answersTo.flatMap((name) => formsOf(name).slice(neighbours ? 0 : 1));
  return [...new Set(names)].filter((name) => name !== service);
}
