import type { CarriedResources, CarriedSecurity } from './carried-app';
import { bytesIn, cut, folderIn, type Json, listIn, mapIn, pairsIn, textsIn } from './compose-words';

/** The folder as the project sees it, and what else is said of the build. */
export function readBuild(service: Json, folder: string): Json | undefined {
  if (service.build === undefined) return undefined;
  const {
    context = '.',
    dockerfile = 'Dockerfile',
    ...more
  } = typeof service.build === 'string' ? { context: service.build } : mapIn(service.build);
  return { context: folderIn(folder, context), dockerfile, ...more };
}

/** What an edit does, by the folder as the project sees it. `docker compose config` adds an `exec` of no command. */
export function readWatches({ develop }: Json, folder: string): readonly Json[] {
  return listIn(mapIn(develop).watch)
    .map(mapIn)
    .map(({ action, path, exec, ...more }) => ({
      action,
      path: folderIn(folder, path),
      ...more,
      ...(listIn(mapIn(exec).command).length > 0 && { exec }),
    }));
}

export function readSecurity(service: Json): CarriedSecurity {
  const options = textsIn(service.security_opt).map((option) => option.replace(/^([\w-]+):/, '$1='));
  const noMore = ['no-new-privileges=true', 'no-new-privileges'];
  return {
    user: service.user === undefined ? undefined : String(service.user),
    groups: textsIn(service.group_add).toSorted(),
    privileged: service.privileged === true,
    privilegeEscalation: !options.some((option) => noMore.includes(option)),
    readOnlyRoot: service.read_only === true,
    drop: textsIn(service.cap_drop).toSorted(),
    add: textsIn(service.cap_add).toSorted(),
    options: options.filter((option) => !noMore.includes(option)).toSorted(),
  };
}

/** A quota is of each tenth of a second. */
export function readResources(service: Json): CarriedResources {
  const { limits, reservations } = mapIn(mapIn(service.deploy).resources);
  const { cpus, memory } = mapIn(limits);
  const quota = service.cpu_quota === undefined ? undefined : Number(service.cpu_quota) / 100;
  return {
    memory: bytesIn(memory),
    memoryAndSwap: bytesIn(service.memswap_limit),
    reserved: bytesIn(mapIn(reservations).memory),
    cpuMillis: cpus === undefined ? quota : Math.round(Number(cpus) * 1000),
    cpuShares: service.cpu_shares === undefined ? undefined : Number(service.cpu_shares),
  };
}

export function readHosts(service: Json): Readonly<Record<string, string>> {
  const { extra_hosts: hosts } = service;
  if (!Array.isArray(hosts)) return pairsIn(hosts);
  return Object.fromEntries(hosts.map((host) => cut(String(host), String(host).includes('=') ? '=' : ':')));
}

/** `address:published -> target/protocol`, in whatever order they stand. */
export function readPorts(service: Json): readonly string[] {
  const ports = listIn(service.ports).map((port) => {
    const {
      host_ip: address,
      published,
      target,
      protocol = 'tcp',
    } = typeof port === 'string' ? cutPort(port) : mapIn(port);
    return `${address ?? '0.0.0.0'}:${published ?? 'any'} -> ${target}/${protocol}`;
  });
  return ports.toSorted();
}

function cutPort(port: string): Json {
  const [place, protocol = 'tcp'] = port.split('/');
  const parts = place?.split(':') ?? [];
  const [target, published, ...address] = parts.toReversed();
  return { target, published, host_ip: address.length > 0 ? address.toReversed().join(':') : undefined, protocol };
}

/** What each service must have come to before this one starts. */
export function readAfter(service: Json): Readonly<Record<string, string>> {
  const { depends_on: before } = service;
  const map = Array.isArray(before) ? Object.fromEntries(before.map((name) => [String(name), {}])) : mapIn(before);
  return Object.fromEntries(
    Object.entries(map).map(([name, value]) => {
      const { condition = 'service_started', restart, required } = mapIn(value);
      return [
        name,
        [condition, restart ? 'and restarts with it' : [], required === false ? 'if it is there' : []].flat().join(' '),
      ];
    }),
  );
}
