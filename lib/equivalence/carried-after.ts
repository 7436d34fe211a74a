import type { Unit } from '../compose/unit';
import { carriedHealth } from './carried-health';
import { volumeOwnerOf } from './carried-volumes';
import type { Placed } from './placed';

/**
 * A pod's containers start one after the other: each that ends must have ended well, each that stays must have started,
 * or be well where its startup probe says so. The first of them waits for the volumes and for the servers it connects to.
 * One in the network of a container that starts no other waits for that alone, which has waited for all the rest.
 */
export function carriedAfter(unit: Unit, pod: Placed, servers: readonly Placed[]): Readonly<Record<string, string>> {
  const starters = pod.units.filter(({ role, container }) => role === 'init' || container.sidecar);
  const index = starters.indexOf(unit);
  const before = index < 0 ? starters.at(-1) : starters[index - 1];
  const host = pod.units.find(({ service }) => service === unit.network);
  const shared = host && { [host.service]: `${startedOrDone(host)} and restarts with it` };
  if (shared && !starters.includes(host)) return shared;
  return { ...(before ? { [before.service]: startedOrDone(before) } : first(pod, servers)), ...shared };
}

function first(pod: Placed, servers: readonly Placed[]): Readonly<Record<string, string>> {
  const volumes = volumeOwnerOf(pod) ? [[`${pod.service}-volumes`, 'service_completed_successfully']] : [];
  const healthy = ({ units, service }: Placed) => units.some((unit) => unit.service === service && carriedHealth(unit));
  return Object.fromEntries([
    ...volumes,
    ...servers.map((server) => [server.service, healthy(server) ? 'service_healthy' : 'service_started']),
  ]);
}

function startedOrDone(unit: Unit): string {
  if (unit.role === 'init') return 'service_completed_successfully';
  const { sidecar, probes } = unit.container;
  return sidecar && probes.startup && carriedHealth(unit) ? 'service_healthy' : 'service_started';
}
