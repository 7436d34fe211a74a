import { docker, dockerJson } from './docker';

/** What Docker knows of a container, of whatever project, whether it runs or has ended. */
export interface AnyContainer {
  readonly name: string;
  /** Compose project; none for a container that Compose did not make. */
  readonly project?: string;
  readonly service: string;
  readonly running: boolean;
  readonly health?: string;
  readonly exitCode: number;
  readonly restarts: number;
  /** When it was made and last started, in milliseconds since 1970. */
  readonly created: number;
  readonly started: number;
  /** Whether its health check failed the last time, and what it said. */
  readonly refused: boolean;
  readonly answer: string;
  readonly ports: readonly { readonly host: string; readonly port: number }[];
}

/** The part of `docker inspect` that matters here. */
export interface Inspected {
  readonly Name: string;
  readonly Created: string;
  readonly RestartCount: number;
  readonly Config: { readonly Labels?: Readonly<Record<string, string>> | null };
  readonly State: {
    readonly Running: boolean;
    readonly ExitCode: number;
    readonly StartedAt: string;
    readonly Health?: {
      readonly Status: string;
      readonly Log?: readonly { readonly ExitCode: number; readonly Output: string }[] | null;
    };
  };
  readonly NetworkSettings: {
    readonly Ports?: Readonly<Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[] | null>>;
  };
}

export async function allContainers(): Promise<readonly AnyContainer[]> {
  const { code, stdout } = await docker(['ps', '--all', '--quiet']);
  const ids = code === 0 ? stdout.toString().split(/\s+/).filter(Boolean) : [];
  // Asked for one by one: of several, one that is gone by now spoils the answer.
  const inspected = await Promise.all(ids.map((id) => dockerJson('inspect', '--type=container', id)));
  return inspected.flatMap((answer) => (Array.isArray(answer) ? answer.map(containerOf) : []));
}

export function containerOf({ Name, Created, RestartCount, Config, State, NetworkSettings }: Inspected): AnyContainer {
  const last = State.Health?.Log?.at(-1);
  const bindings = Object.values(NetworkSettings.Ports ?? {}).flatMap((bound) => bound ?? []);
  return {
    name: Name.replace(/^\//, ''),
    project: Config.Labels?.['com.docker.compose.project'],
    service: Config.Labels?.['com.docker.compose.service'] ?? '',
    running: State.Running,
    health: State.Health?.Status,
    exitCode: State.ExitCode,
    restarts: RestartCount,
    created: Date.parse(Created),
    started: Date.parse(State.StartedAt),
    refused: (last?.ExitCode ?? 0) !== 0,
    answer: answerOf(last?.Output ?? ''),
    ports: bindings.map(({ HostIp, HostPort }) => ({ host: HostIp, port: Number(HostPort) })),
  };
}

/** Docker keeps 4096 bytes. Where it has cut, half a secret may stand. */
function answerOf(output: string): string {
  return Buffer.byteLength(output) < 4096 ? output : output.slice(0, output.lastIndexOf('\n') + 1);
}
