import type { Problem } from '../checks/problem';
import type { Difference } from '../differences/difference';
import type { Reading } from '../workloads/read-manifests';
import { usedNames } from '../workloads/used-names';
import type { Workload } from '../workloads/workload';
import { clashes, type Named } from './clashes';
import type { ComposeFile, Service } from './compose-file';
import { dnsOf } from './dns';
import { entrancesOf } from './entrances';
import { environmentOf } from './environment';
import { type Asset, type Fragment, mergedMaps, withoutEmpty } from './fragment';
import { healthOf } from './health-check';
import { hooksOf } from './hooks';
import { imageOf } from './image';
import { keepsSchedule } from './keeps-schedule';
import { misfits } from './misfits';
import { mountsOf } from './mounts';
import { type Names, namesOf } from './names';
import { type Networks, networksOf } from './networks';
import { orderOf, serversBefore, waitFor } from './order';
import { processOf } from './process';
import { reachOf } from './reach';
import { resourcesOf } from './resources';
import { scaleOf } from './scale';
import { scheduleOf } from './schedule';
import { securityOf } from './security';
import { setUpOf } from './set-up';
import { sharedSecrets } from './shared-secrets';
import { sharingOf } from './sharing';
import { sourcesOf } from './sources';
import { strayHostNames } from './stray-host-names';
import { translatedPorts } from './translated-ports';
import { type Unit, unitsOf } from './unit';
import { volumeOwner } from './volume-owner';

/** A Compose file, the files that it points to, and what it could not say as the manifests do. */
export interface Rendered {
  readonly file: ComposeFile;
  readonly assets: readonly Asset[];
  /** The services of first containers of work that ends: they run by hand. */
  readonly jobs: readonly string[];
  readonly differences: readonly Difference[];
  readonly problems: readonly Problem[];
}

export function render({ workloads, connections, entrances }: Reading): Rendered {
  const names = namesOf(workloads);
  const networks = networksOf(workloads, connections, names);
  const used = usedNames(workloads);
  const before = serversBefore(workloads, connections, used);
  const running = workloads.filter((workload) => workload.life.runs === 'always' || keepsSchedule(workload));
  const awaited = new Set(running.flatMap((workload) => before.get(workload) ?? []));
  const rendered = workloads.map((workload) => renderWorkload(workload, names, networks, awaited.has(workload)));
  const services = new Map(rendered.flatMap(({ services }) => services));
  const units = new Map(rendered.map((part) => [part.workload, part.units]));
  const ordered = rendered.flatMap((part) => {
    const servers = (before.get(part.workload) ?? []).flatMap((server) => units.get(server) ?? []);
    return withOrder(
      part,
      waitFor(servers, ({ service }) => services.get(service)),
    );
  });
  const fragments = rendered.flatMap((part) => part.fragments);
  const assets = fragments.flatMap((fragment) => fragment.assets ?? none);
  const { volumes = {}, configs = {}, secrets = {} } = mergedMaps(fragments.flatMap(({ file }) => file ?? none));
  const file = { services: Object.fromEntries(ordered), networks: networks.definitions, volumes, configs, secrets };
  return {
    file,
    assets,
    jobs: workloads.filter(({ life }) => life.runs !== 'always').map(names.service),
    differences: [
      ...fragments.flatMap(({ differences }) => differences ?? none),
      ...networks.differences,
      ...strayHostNames(used, file, names.service),
      ...translatedPorts(workloads),
      ...entrancesOf(entrances, names.service),
      ...sharedSecrets(workloads),
    ],
    problems: [...workloads.flatMap(misfits), ...clashes(rendered.flatMap(namedServices), assets)],
  };
}

/** Most rooms add nothing to most services. */
const none: readonly never[] = [];

interface RenderedWorkload {
  readonly workload: Workload;
  readonly units: readonly Unit[];
  /** The one-shot that gives the volumes to their group, if there are any, and then a service for each unit. */
  readonly owner: readonly (readonly [string, Service])[];
  readonly services: readonly (readonly [string, Service])[];
  readonly fragments: readonly Fragment[];
}

function namedServices({ workload, owner, services }: RenderedWorkload): readonly Named[] {
  return [...owner, ...services].map(([name, service]) => ({ name, service, workload }));
}

function renderWorkload(workload: Workload, names: Names, networks: Networks, awaited: boolean): RenderedWorkload {
  const units = unitsOf(workload, names.service(workload));
  const rooms = units.map((unit) => [
    imageOf(unit),
    sourcesOf(unit),
    // What starts a process comes before its own words.
    scheduleOf(unit),
    setUpOf(unit, awaited),
    processOf(unit),
    hooksOf(unit),
    sharingOf(unit),
    dnsOf(unit),
    environmentOf(unit),
    ...mountsOf(unit, names),
    reachOf(unit, networks),
    healthOf(unit),
    securityOf(unit),
    scaleOf(unit),
    resourcesOf(unit),
  ]);
  const services = units.map((unit, index) => {
    const service = mergedMaps((rooms[index] ?? none).flatMap(({ service }) => service ?? none));
    return [unit.service, runsOnce(unit) ? { ...service, aside: true } : service] as const;
  });
  const main = units.find(({ role }) => role === 'main');
  const owner = main && volumeOwner(workload, imageOf(main).service ?? {}, names);
  return {
    workload,
    units,
    owner: owner ? [[`${names.service(workload)}-volumes`, withoutEmpty(owner)]] : [],
    services,
    fragments: rooms.flat(),
  };
}

function withOrder({ units, owner, services }: RenderedWorkload, servers: Service['depends_on']) {
  const volumes = Object.fromEntries(
    owner.map(([name]) => [name, { condition: 'service_completed_successfully' as const }]),
  );
  const rendered = new Map(services);
  const order = orderOf(units, ({ service }) => rendered.get(service), { ...volumes, ...servers });
  return [
    ...owner,
    ...services.map(
      ([name, service], index) => [name, { ...service, ...withoutEmpty({ depends_on: order[index] }) }] as const,
    ),
  ];
}

/** What keeps running is looked into when something is wrong: that is written key by key. */
function runsOnce({ role }: Unit): boolean {
  return role === 'init' || role === 'once';
}
