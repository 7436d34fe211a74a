import type { CarriedNetwork } from './carried-app';
import { type Json, mapIn, namedIn, textsIn } from './compose-words';

type Named = readonly (readonly [name: string, service: Json])[];

/**
 * Who is on a network with whom, and under which names: Docker's DNS knows a service by its own name and by its aliases
 * on the networks that it shares with the one who asks.
 */
export function readNetworks(file: Json, services: Named): (name: string) => CarriedNetwork {
  const known = new Set([...Object.keys(mapIn(file.networks)), 'default']);
  const joined = new Map(services.map(([name, service]) => [name, membershipsOf(service, known)]));
  const internal = (network: string) => mapIn(mapIn(file.networks)[network]).internal === true;
  const modeOf = new Map(services.map(([name, { network_mode: mode }]) => [name, String(mode ?? '')]));
  return (name) => {
    const [, host] = /^service:(.*)$/.exec(modeOf.get(name) ?? '') ?? [];
    if (host !== undefined) return { of: host };
    if (!['', 'none'].includes(modeOf.get(name) ?? '')) return { other: modeOf.get(name) };
    const own = Object.keys(joined.get(name) ?? {});
    const reached = [...joined].flatMap(([other, memberships]) => {
      const shared = own.filter((network) => memberships[network] !== undefined);
      const names = shared.flatMap((network) => memberships[network] ?? []).filter((alias) => alias !== other);
      return shared.length > 0 ? [[other, [...new Set(names)].toSorted()] as const] : [];
    });
    return { reaches: Object.fromEntries(reached), outside: own.some((network) => !internal(network)) };
  };
}

/** The aliases on each network. Who says nothing is on the project's default network. */
function membershipsOf(service: Json, known: ReadonlySet<string>): Readonly<Record<string, readonly string[]>> {
  if (service.network_mode !== undefined) return {};
  const networks = service.networks === undefined ? { default: {} } : namedIn(service.networks);
  const unknown = Object.keys(networks).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`no network ${unknown.join(', ')}`);
  return Object.fromEntries(Object.entries(networks).map(([name, value]) => [name, textsIn(mapIn(value).aliases)]));
}
