import { capabilities, type Health, type Told } from './told';

/** The part of `docker inspect` of a container that we read. */
export interface DockerContainer {
  readonly Id: string;
  readonly Config: {
    readonly Image: string;
    readonly StopTimeout?: number;
    readonly StopSignal?: string;
    readonly Healthcheck?: Healthcheck;
    readonly Labels: Readonly<Record<string, string>>;
  };
  readonly HostConfig: {
    readonly RestartPolicy: { readonly Name: string };
    readonly Privileged: boolean;
    readonly ReadonlyRootfs: boolean;
    readonly CapAdd: readonly string[] | null;
    readonly CapDrop: readonly string[] | null;
  };
  readonly NetworkSettings: { readonly Networks: Readonly<Record<string, { readonly IPAddress: string }>> };
}

interface Healthcheck {
  readonly Test: readonly string[];
  readonly Interval?: number;
  readonly Timeout?: number;
  readonly Retries?: number;
}

export interface Beside {
  /** Where the manifests ask so, a program inside asks in the kubelet's place. */
  readonly overNetwork: boolean;
  readonly imageSignal?: string;
}

export function toldDocker({ Config, HostConfig }: DockerContainer, { overNetwork, imageSignal }: Beside): Told {
  const { Healthcheck: check, StopSignal: signal = imageSignal } = Config;
  return {
    image: Config.Image,
    restarts: restarts[HostConfig.RestartPolicy.Name] ?? 'never',
    graceSeconds: Config.StopTimeout ?? 10,
    stopSignal: signal === undefined || signal === imageSignal ? "the image's own" : signal,
    privileged: HostConfig.Privileged,
    readOnlyRoot: HostConfig.ReadonlyRootfs,
    addedCapabilities: capabilities(HostConfig.CapAdd),
    droppedCapabilities: capabilities(HostConfig.CapDrop),
    health: check && check.Test[0] !== 'NONE' ? healthOf(check, overNetwork) : undefined,
  };
}

const restarts: Readonly<Record<string, Told['restarts']>> = {
  always: 'always',
  'unless-stopped': 'always',
  'on-failure': 'on failure',
};

function healthOf({ Test, Interval = 0, Timeout = 0, Retries = 0 }: Healthcheck, overNetwork: boolean): Health {
  return {
    asks: overNetwork ? 'over the network' : Test.slice(1),
    everySeconds: Interval / 1e9,
    timeoutSeconds: Timeout / 1e9,
    failures: Retries,
  };
}
