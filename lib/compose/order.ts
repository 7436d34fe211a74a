import { push } from '../units/push';
import type { Connection, Connections } from '../workloads/connections';
import type { UsedName } from '../workloads/used-names';
import type { Workload } from '../workloads/workload';
import type { Dependency, Service } from './compose-file';
import type { Unit } from './unit';

export type Dependencies = Readonly<Record<string, Dependency>>;

type ServiceOf = (unit: Unit) => Service | undefined;

/** A pod's containers start one after the other, as in a cluster; `first` is what the first of them waits for. */
export function orderOf(units: readonly Unit[], serviceOf: ServiceOf, first: Dependencies): readonly Dependencies[] {
  const started = (unit: Unit) => startedOrDone(unit, serviceOf(unit));
  const starters = units.filter(({ role, container }) => role === 'init' || container.sidecar);
  const main = units.filter(({ role }) => role === 'main');
  return units.map((unit) => {
    if (unit.role === 'once') return again(waitFor(main, serviceOf));
    const before = starters.slice(0, starters.includes(unit) ? starters.indexOf(unit) : undefined).at(-1);
    const host = units.find(({ service }) => service === unit.network);
    // The network of another container ends with it. One that starts no other has waited for all that do.
    const shared = host && again({ [host.service]: { condition: started(host) } });
    if (shared && host.role === 'main') return shared;
    return { ...(before ? { [before.service]: { condition: started(before) } } : first), ...shared };
  });
}

/** Compose starts them anew with what they wait for, and after it. */
function again(dependencies: Dependencies): Dependencies {
  return Object.fromEntries(Object.entries(dependencies).map(([name, one]) => [name, { ...one, restart: true }]));
}

/** What comes after a sidecar waits for its startup probe. */
function startedOrDone({ role, container }: Unit, service: Service | undefined): Dependency['condition'] {
  if (role === 'init') return 'service_completed_successfully';
  return container.sidecar && container.probes.startup && service?.healthcheck ? 'service_healthy' : 'service_started';
}

/**
 * The servers that each workload waits for. Of a circle, the connection that closes it waits for nobody; those whose
 * server is called by name come first, for of two that may call each other often one alone does.
 */
export function serversBefore(
  workloads: readonly Workload[],
  connections: Connections,
  used: readonly UsedName[],
): ReadonlyMap<Workload, readonly Workload[]> {
  const called = new Map<Workload, Set<Workload>>();
  for (const { workload, answers } of used) {
    called.set(workload, new Set([...(called.get(workload) ?? []), ...answers]));
  }
  const byName = ({ client, server }: Connection) => called.get(client)?.has(server) ?? false;
  const pairs = connections.pairs.filter((pair) => isSaid(pair, connections) && !areSiblings(pair));
  const before = membersBefore(workloads);
  for (const { client, server } of [...pairs.filter(byName), ...pairs.filter((pair) => !byName(pair))]) {
    if (server.life.runs !== 'always' || leadsTo(server, client, before)) continue;
    push(before, client, server);
  }
  return before;
}

/** Members start one after the other, or all at once. */
function membersBefore(workloads: readonly Workload[]): Map<Workload, Workload[]> {
  return new Map(
    workloads.flatMap((workload, index) => {
      const before = workloads[index - 1];
      return before && workload.member?.inOrder && workload.member.index > 0 ? [[workload, [before]]] : [];
    }),
  );
}

/** Members of one owner. */
function areSiblings({ client, server }: Connection): boolean {
  return client.field === server.field;
}

/** Whoever may call anybody does not wait for one that anybody may call: no policy speaks of the two. */
function isSaid({ client, server }: Connection, { open, egressClosedBy }: Connections): boolean {
  return egressClosedBy.has(client) || !open.has(server);
}

function leadsTo(from: Workload, to: Workload, before: ReadonlyMap<Workload, readonly Workload[]>): boolean {
  const seen = new Set<Workload>();
  const todo = [from];
  for (const workload of todo) {
    if (workload === to) return true;
    if (seen.has(workload)) continue;
    seen.add(workload);
    todo.push(...(before.get(workload) ?? []));
  }
  return false;
}

/** What those wait for that use a workload: its main container, and what a laptop does once that is ready. */
export function waitFor(units: readonly Unit[], serviceOf: ServiceOf): Dependencies {
  const used = units.filter(({ role }) => role === 'main' || role === 'once');
  return Object.fromEntries(used.map((unit) => [unit.service, { condition: ready(unit, serviceOf(unit)) }]));
}

function ready({ role }: Unit, service: Service | undefined): Dependency['condition'] {
  if (service?.healthcheck) return 'service_healthy';
  return role === 'once' ? 'service_completed_successfully' : 'service_started';
}
