import type { Container } from '../doctor/facts';
import { docker, dockerJson } from './docker';

export interface RunningContainer extends Container {
  readonly name: string;
  /** Compose project; none for a container that Compose did not make. */
  readonly project?: string;
  readonly ports: readonly { readonly host: string; readonly port: number }[];
}

/** The part of `docker inspect` that matters here. */
export interface Inspected {
  readonly Name: string;
  readonly Config: { readonly Labels?: Readonly<Record<string, string>> | null };
  readonly State: { readonly Running: boolean; readonly Health?: { readonly Status: string } };
  readonly NetworkSettings: {
    readonly Ports?: Readonly<Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[] | null>>;
  };
}

/** All that run on this engine, of whatever project. */
export async function runningContainers(): Promise<readonly RunningContainer[]> {
  const { code, stdout } = await docker(['ps', '--quiet']);
  const ids = code === 0 ? stdout.toString().split(/\s+/).filter(Boolean) : [];
  if (ids.length === 0) return [];
  const inspected = await dockerJson('inspect', ...ids);
  return (Array.isArray(inspected) ? inspected : []).map(containerOf);
}

export function containerOf({ Name, Config, State, NetworkSettings }: Inspected): RunningContainer {
  const bindings = Object.values(NetworkSettings.Ports ?? {}).flatMap((bound) => bound ?? []);
  return {
    name: Name.replace(/^\//, ''),
    project: Config.Labels?.['com.docker.compose.project'],
    service: Config.Labels?.['com.docker.compose.service'] ?? '',
    running: State.Running,
    health: State.Health?.Status,
    ports: bindings.map(({ HostIp, HostPort }) => ({ host: HostIp, port: Number(HostPort) })),
  };
}
