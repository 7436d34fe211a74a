import { relative } from 'node:path';
import type { Service } from '../doctor/facts';
import { docker } from './docker';

/** What Compose makes of compose.yaml, the override and `.env`, as far as the doctor looks at it. */
export interface Project {
  readonly name: string;
  readonly services: readonly Service[];
  readonly ports: readonly PublishedPort[];
  readonly builds: readonly Build[];
  /** Why Compose refuses the files. */
  readonly refusal?: string;
}

export const noProject: Project = { name: '', services: [], ports: [], builds: [] };

export interface PublishedPort {
  readonly service: string;
  readonly host: string;
  readonly port: number;
  readonly target: number;
}

export interface Build {
  readonly service: string;
  readonly context: string;
  /** Relative to the context; none where it is written in the file. */
  readonly dockerfile?: string;
}

/** Of jobs too. Where Compose refuses, it says why in its last line. */
export async function readProject(root: string): Promise<Project> {
  const options = ['--project-directory', root, '--profile', '*'];
  const { code, stdout, stderr } = await docker(['compose', ...options, 'config', '--format', 'json']);
  if (code !== 0) return { ...noProject, refusal: stderr.split('\n').at(-1) ?? '' };
  return projectOf(JSON.parse(stdout.toString()), root);
}

/**
 * The project's name where a file is missing: Compose then reads nothing of compose.yaml, but what the folder, `.env`
 * and variables call the project is the same for any.
 */
export async function nameOf(root: string): Promise<string> {
  const input = "name: ''\nservices: {}\n";
  const args = ['compose', '--project-directory', root, '--file', '-', 'config', '--format', 'json'];
  const { code, stdout } = await docker(args, { input });
  return code === 0 ? JSON.parse(stdout.toString()).name : '';
}

/** The shape of `docker compose config --format json`, of which nothing is certain but what we wrote. */
export interface ComposeConfig {
  readonly name: string;
  readonly services?: Readonly<Record<string, ConfigService>>;
  readonly volumes?: Readonly<Record<string, { readonly name: string }>>;
  readonly secrets?: Readonly<Record<string, { readonly file?: string }>>;
}

interface ConfigService {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile?: string; readonly dockerfile_inline?: string };
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly entrypoint?: readonly string[] | null;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly network_mode?: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly { readonly type: string; readonly source?: string; readonly target: string }[];
  readonly secrets?: readonly { readonly source: string; readonly target?: string }[];
  readonly configs?: readonly { readonly source: string; readonly target?: string }[];
  readonly ports?: readonly { readonly host_ip?: string; readonly published?: string; readonly target: number }[];
}

export function projectOf(config: ComposeConfig, root: string): Project {
  const services = Object.entries(config.services ?? {});
  return {
    name: config.name,
    services: services.map(([name, service]) => serviceOf(name, service, config, root)),
    ports: services.flatMap(([name, service]) => portsOf(name, service)),
    builds: services.flatMap(([name, service]) => buildsOf(name, service)),
  };
}

function serviceOf(name: string, service: ConfigService, config: ComposeConfig, root: string): Service {
  const { volumes = [], secrets = [], configs = [], healthcheck, environment, depends_on: before = {} } = service;
  return {
    name,
    image: service.image ?? `${config.name}-${name}`,
    built: service.build !== undefined,
    healthcheck: healthcheck?.disable ? [] : (healthcheck?.test ?? []),
    entrypoint: service.entrypoint ?? [],
    path: environment?.PATH ?? undefined,
    networkMode: service.network_mode,
    after: Object.entries(before)
      .filter(([, { condition }]) => condition === 'service_completed_successfully')
      .map(([other]) => other),
    volumes: volumes.flatMap(({ type, source }) =>
      type === 'volume' && source ? [config.volumes?.[source]?.name ?? source] : [],
    ),
    secretFiles: secrets.flatMap(({ source }) => shownFile(config.secrets?.[source]?.file, root)),
    mounts: [...volumes, ...secrets, ...configs].flatMap(({ target }) => target ?? []),
  };
}

function shownFile(path: string | undefined, root: string): readonly string[] {
  return path === undefined ? [] : [relative(root, path).replaceAll('\\', '/')];
}

/** Without a number of its own Docker takes a free port. */
function portsOf(service: string, { ports = [] }: ConfigService): readonly PublishedPort[] {
  return ports
    .map(({ host_ip = '0.0.0.0', published, target }) => ({ service, host: host_ip, port: Number(published), target }))
    .filter(({ port }) => port > 0);
}

function buildsOf(service: string, { build }: ConfigService): readonly Build[] {
  if (!build) return [];
  const { context, dockerfile = 'Dockerfile', dockerfile_inline } = build;
  return [{ service, context, ...(dockerfile_inline === undefined ? { dockerfile } : {}) }];
}
