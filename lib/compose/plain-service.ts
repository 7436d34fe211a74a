import { Alias, Anchor } from '../yaml/anchor';
import type { Port, Service } from './compose-file';
import { Interpolated, mapped } from './escaped';

/** A service as it is written: ports and networks in their short forms, and sorted what linters want to be sorted. */
export function plainService(name: string, service: Service): Readonly<Record<string, unknown>> {
  const { ports = [], networks = {}, depends_on = {} } = service;
  return {
    ...service,
    depends_on: Object.fromEntries(Object.entries(depends_on).sort(([a], [b]) => (a < b ? -1 : 1))),
    ports: [...ports].sort(byVariable).map(portText),
    networks: membershipsOf(name, networks),
  };
}

/** As linters sort them: by numbers, too. */
function byVariable(a: Port, b: Port): number {
  return a.variable.localeCompare(b.variable, 'en', { numeric: true });
}

function portText({ variable, published, target, protocol }: Port): Interpolated {
  const suffix = protocol ? `/${protocol}` : '';
  return new Interpolated(`127.0.0.1:\${${variable}:-${published}}:${target}${suffix}`);
}

/** Where nothing is said of the memberships, their names are enough. What two of them say alike is said once. */
function membershipsOf(service: string, networks: NonNullable<Service['networks']>): object {
  const all = Object.values(networks).flatMap(({ aliases }) => (aliases ? [aliases] : []));
  if (all.length === 0) return Object.keys(networks);
  const said = all.map((aliases) => JSON.stringify(aliases));
  const repeated = [...new Set(said.filter((aliases, index) => said.indexOf(aliases) < index))];
  const anchors = new Map(repeated.map((aliases, index) => [aliases, anchorName(service, index)]));
  const open = new Set<string>();
  return mapped(networks, ({ aliases }) => {
    const anchor = aliases && anchors.get(JSON.stringify(aliases));
    if (anchor === undefined) return aliases ? { aliases } : {};
    if (open.has(anchor)) return { aliases: new Alias(anchor) };
    open.add(anchor);
    return { aliases: new Anchor(anchor, aliases) };
  });
}

/** Letters, digits, `_` and `-` alone, as older readers want it; nothing else in the file is called so. */
function anchorName(service: string, index: number): string {
  return `${service.replace(/[^\w-]/g, '_')}-names${index === 0 ? '' : `-${index + 1}`}`;
}
