import type { Port, Service } from './compose-file';
import { Interpolated } from './escaped';
import { membershipsOf } from './memberships';

/** A key of a service as it is written: ports and networks in their short forms, and sorted what linters want to be sorted. */
export function plainValue(name: string, service: Service, key: keyof Service): unknown {
  return isWritten(key) ? written[key](service, name) : service[key];
}

const written = {
  depends_on: ({ depends_on = {} }: Service) =>
    Object.fromEntries(Object.entries(depends_on).sort(([a], [b]) => (a < b ? -1 : 1))),
  ports: ({ ports = [] }: Service) => [...ports].sort(byVariable).map(portText),
  networks: ({ networks = {} }: Service, name: string) => membershipsOf(name, networks),
};

function isWritten(key: string): key is keyof typeof written {
  return Object.hasOwn(written, key);
}

/** As linters sort them: by numbers, too. */
function byVariable(a: Port, b: Port): number {
  return a.variable.localeCompare(b.variable, 'en', { numeric: true });
}

function portText({ variable, published, target, protocol }: Port): Interpolated {
  const suffix = protocol ? `/${protocol}` : '';
  return new Interpolated(`127.0.0.1:\${${variable}:-${published}}:${target}${suffix}`);
}
