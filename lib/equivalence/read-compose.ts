import type { CarriedApp, CarriedService } from './carried-app';
import type { ComposeProject } from './compose-project';
import { type Json, mapIn, secondsIn, textsIn } from './compose-words';
import { readEnvironment } from './read-environment';
import { readHealth } from './read-health';
import { readMounts } from './read-mounts';
import { readNetworks } from './read-networks';
import { readAfter, readBuild, readHosts, readPorts, readResources, readSecurity, readWatches } from './read-service';
import { isVolumeOwner, readVolumes } from './read-volumes';

/**
 * What a Compose file says, whoever wrote it. It is read as the Compose Specification has it and not as our renderer
 * writes it; comments, labels and `x-` keys say nothing.
 */
export function readCompose(project: ComposeProject): CarriedApp {
  const services = Object.entries(mapIn(project.file.services)).map(([name, value]) => [name, mapIn(value)] as const);
  const networkOf = readNetworks(project.file, services);
  return {
    services: Object.fromEntries(
      services.map(([name, service]) => [name, { ...readService(service, project), network: networkOf(name) }]),
    ),
    volumes: readVolumes(project.file, services),
  };
}

function readService(service: Json, project: ComposeProject): Omit<CarriedService, 'network'> {
  const helps = isVolumeOwner(service);
  return {
    image: String(service.image ?? ''),
    build: readBuild(service, project.folder),
    pull: String(service.pull_policy ?? 'missing'),
    watches: readWatches(service, project.folder),
    platform: optional(service.platform),
    entrypoint: helps ? undefined : words(service.entrypoint),
    command: words(service.command),
    workingDir: helps ? undefined : optional(service.working_dir),
    environment: readEnvironment(service, project),
    security: readSecurity(service),
    resources: readResources(service),
    mounts: helps ? {} : readMounts(service, project),
    health: readHealth(mapIn(service.healthcheck)),
    restart: String(service.restart ?? 'no'),
    graceSeconds: secondsIn(service.stop_grace_period),
    hostname: optional(service.hostname),
    domainname: optional(service.domainname),
    hosts: readHosts(service),
    ports: readPorts(service),
    after: readAfter(service),
    replicas: Number(mapIn(service.deploy).replicas ?? 1),
    profiles: textsIn(service.profiles),
    more: moreOf(service),
  };
}

/** Keys that are read, or that say nothing of what runs. */
const known =
  'image build platform pull_policy entrypoint command working_dir environment env_file user group_add privileged ' +
  'security_opt read_only cap_add cap_drop deploy develop memswap_limit cpu_shares cpu_quota shm_size volumes tmpfs configs secrets healthcheck ' +
  'restart stop_grace_period hostname domainname extra_hosts ports networks network_mode depends_on profiles labels';

/** An empty list or map says nothing, and `docker compose config` has some. */
function moreOf(service: Json): Json {
  const { resources: _, replicas: __, ...deploy } = mapIn(service.deploy);
  const { watch: ___, ...develop } = mapIn(service.develop);
  const others = Object.entries(service).filter(([key]) => !key.startsWith('x-') && !known.split(' ').includes(key));
  const isSaid = (value: unknown) => value !== null && (typeof value !== 'object' || Object.keys(value).length > 0);
  return Object.fromEntries(
    [...others, ...Object.entries(deploy), ...Object.entries(develop)].filter(([, value]) => isSaid(value)),
  );
}

/** A list as it is; text as a shell would cut it, which we leave whole. */
function words(value: unknown): readonly string[] | undefined {
  return value === undefined || value === null ? undefined : textsIn(value);
}

function optional(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
