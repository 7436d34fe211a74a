import type { Port, Service } from './compose-file';
import { Interpolated } from './escaped';
import { membershipsOf } from './memberships';

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
