import type { Unit } from '../compose/unit';
import type { Workload } from '../workloads/workload';
import { carriedHealth } from './carried-health';
import { volumeOwnerOf } from './carried-volumes';
import type { Placed } from './placed';

/**
 * A pod's containers start one after the other: each that ends must have ended well, each that stays must have started,
 * or be well where its startup probe says so. The first of them waits for the volumes and for the servers it connects to.
 * One in the network of a container that starts no other waits for that alone, which has waited for all the rest; what
 * the laptop does once waits until that is ready.
 */
export function carriedAfter(
  unit: Unit,
  pod: Placed,
  servers: readonly Placed[],
  awaited: ReadonlySet<Workload>,
): Readonly<Record<string, string>> {
  const starters = pod.units.filter(({ role, container }) => role === 'init' || container.sidecar);
  const index = starters.indexOf(unit);
  const before = index < 0 ? starters.at(-1) : starters[index - 1];
  const host = pod.units.find(({ service }) => service === unit.network);
  if (unit.role === 'once') return { [pod.service]: `${ready(pod)} and restarts with it` };
  const shared = host && { [host.service]: `${startedOrDone(host)} and restarts with it` };
  if (shared && !starters.includes(host)) return shared;
  return { ...(before ? { [before.service]: startedOrDone(before) } : first(pod, servers, awaited)), ...shared };
}

function first(
  pod: Placed,
  servers: readonly Placed[],
  awaited: ReadonlySet<Workload>,
): Readonly<Record<string, string>> {
  const volumes = volumeOwnerOf(pod) ? [[`${pod.service}-volumes`, 'service_completed_successfully']] : [];
  return Object.fromEntries([
    ...volumes,
    ...servers.map((server) => [server.service, ready(server)]),
    ...servers.flatMap(({ workload, units }) => {
      const done = awaited.has(workload) ? 'service_completed_successfully' : 'service_healthy';
      return units.filter(({ role }) => role === 'once').map(({ service }) => [service, done]);
    }),
  ]);
}

/** By its main container. */
function ready({ units, service }: Placed): string {
  return units.some((unit) => unit.service === service && carriedHealth(unit)) ? 'service_healthy' : 'service_started';
}

function startedOrDone(unit: Unit): string {
  if (unit.role === 'init') return 'service_completed_successfully';
  const { sidecar, probes } = unit.container;
  return sidecar && probes.startup && carriedHealth(unit) ? 'service_healthy' : 'service_started';
}
