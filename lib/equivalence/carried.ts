import { keepsSchedule } from '../compose/keeps-schedule';
import { type Names, namesOf } from '../compose/names';
import { serversBefore } from '../compose/order';
import { type Unit, unitsOf } from '../compose/unit';
import type { Reading } from '../workloads/read-manifests';
import { usedNames } from '../workloads/used-names';
import type { Workload } from '../workloads/workload';
import { carriedAfter } from './carried-after';
import type { CarriedApp, CarriedNetwork, CarriedService } from './carried-app';
import { carriedHabits } from './carried-habits';
import { carriedHealth } from './carried-health';
import { carriedLaptop } from './carried-laptop';
import { carriedMounts } from './carried-mounts';
import { carriedNetworks, type Host } from './carried-networks';
import {
  carriedBuild,
  carriedPorts,
  carriedPull,
  carriedReplicas,
  carriedResources,
  carriedSecurity,
  carriedWatches,
} from './carried-parts';
import { carriedVolumes, volumeOwnerOf } from './carried-volumes';
import type { Placed } from './placed';
import { shown } from './shown';

/**
 * What Compose carries of workloads: the table of support, as one definition. It is written after what Kubernetes
 * means and after the decisions of the renderer that have a name of their own (which service, which volume, who waits
 * for whom), not after what the renderer writes.
 */
export function carried({ workloads, connections }: Reading): CarriedApp {
  const names = namesOf(workloads);
  const pods = workloads.map((workload) => {
    const service = names.service(workload);
    return { workload, service, units: unitsOf(workload, service) };
  });
  const before = serversBefore(workloads, connections, usedNames(workloads));
  const awaited = awaitedBy(workloads.filter(keepsRunning), before);
  const networkOf = carriedNetworks(pods.flatMap(hostsOf), connections);
  const services = pods.flatMap((pod) => {
    const servers = (before.get(pod.workload) ?? []).flatMap(
      (server) => pods.find(({ workload }) => workload === server) ?? [],
    );
    const owner = volumeOwnerOf(pod);
    return [
      ...(owner ? [[`${pod.service}-volumes`, owner] as const] : []),
      ...pod.units.map((unit) => {
        const network = carriedNetwork(unit, networkOf);
        return [
          unit.service,
          {
            ...carriedService(unit, names, awaited.has(pod.workload)),
            network,
            after: carriedAfter(unit, pod, servers, awaited),
          },
        ] as const;
      }),
    ];
  });
  return { services: Object.fromEntries(services), volumes: carriedVolumes(pods, names) };
}

function keepsRunning(workload: Workload): boolean {
  return workload.life.runs === 'always' || keepsSchedule(workload);
}

function awaitedBy(clients: readonly Workload[], before: ReturnType<typeof serversBefore>): ReadonlySet<Workload> {
  return new Set(clients.flatMap((client) => before.get(client) ?? []));
}

/** That of the machine, of the container that holds its pod's, or its own. Where none of the pod runs, there is none. */
function carriedNetwork(
  { workload, network, service }: Unit,
  own: (service: string) => CarriedNetwork,
): CarriedNetwork {
  if (workload.pod.shares.networkWithHost) return { other: 'host' };
  if (network === undefined) return own(service);
  return workload.local.replicas === 0 ? { reaches: {}, outside: false } : { of: network };
}

/** Each container with a network of its own. */
function hostsOf({ units, workload }: Placed): readonly Host[] {
  return units
    .filter(({ network }) => network === undefined && !workload.pod.shares.networkWithHost)
    .map(({ service, role }) => ({ service, workload, isNamed: role !== 'init' }));
}

type Alone = Omit<CarriedService, 'network' | 'after'>;

function carriedService(unit: Unit, names: Names, isAwaited: boolean): Alone {
  const service = carriedContainer(unit, names);
  const own = carriedLaptop(unit, service.entrypoint ?? [], isAwaited);
  return { ...service, ...own, mounts: { ...service.mounts, ...own?.mounts } };
}

function carriedContainer(unit: Unit, names: Names): Alone {
  const { container, workload, role, network } = unit;
  const { pod, life } = workload;
  const isKept = life.runs === 'always' && role !== 'init';
  const isPod = network === undefined;
  return {
    image: carriedBuild(unit) ? container.image.replace(/@.*/, '') : container.image,
    build: carriedBuild(unit),
    pull: carriedPull(unit),
    watches: carriedWatches(unit),
    platform: workload.local.platform ?? pod.platform?.name,
    entrypoint: container.command?.map(shown),
    command: container.args?.map(shown),
    workingDir: container.workingDir,
    environment: Object.fromEntries(container.env.map(({ name, value }) => [name, shown(value)])),
    security: carriedSecurity(container, pod),
    resources: carriedResources(container),
    mounts: carriedMounts(unit, names),
    health: carriedHealth(unit),
    restart: (isKept && restarts[pod.restartPolicy]) || 'no',
    graceSeconds: pod.graceSeconds,
    ...(isPod && !pod.shares.networkWithHost && carriedHostname(workload)),
    hosts: isPod ? Object.fromEntries(pod.hostAliases.flatMap(({ ip, names }) => names.map((name) => [name, ip]))) : {},
    ports: isPod && role !== 'init' ? carriedPorts(workload) : [],
    replicas: carriedReplicas(workload),
    profiles: life.runs === 'always' ? [] : ['jobs'],
    more: carriedHabits(unit),
  };
}

/** The pod's own name, where it keeps one; with its domain in it, where the pod asks for that. */
function carriedHostname({ kind, pod }: Workload): Pick<CarriedService, 'hostname' | 'domainname'> {
  if (pod.fullHostname) return { hostname: `${pod.hostname}.${pod.domain}` };
  const keepsName = kind === 'StatefulSet' || kind === 'Pod' || pod.field.at('hostname').exists;
  return { hostname: keepsName ? pod.hostname : undefined, domainname: pod.domain };
}

const restarts: Readonly<Record<string, string>> = { Always: 'unless-stopped', OnFailure: 'on-failure' };
