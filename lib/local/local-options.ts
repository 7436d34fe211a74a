/** What only a laptop needs of a workload. None of it reaches a manifest. */
export interface LocalOptions extends ContainerOptions {
  /**
   * Port of this machine's loopback address that leads to the pod's first port, or a list that says which leads where.
   * `${API_PORT}` in the environment or in `.env` (the service's name in capitals) takes the place of the number
   * without an edit; for any other port of the pod it is `${API_METRICS_PORT}`, by its name, or else by its number. Of a StatefulSet's
   * pods it leads to the first.
   *
   * @default - not published
   */
  readonly publish?: number | readonly PublishedPort[];
  /**
   * How many pods the laptop runs. Those of a StatefulSet are services of their own, as are pods of several containers:
   * the first is called as the workload, `mongo`, and the next `mongo-1`. 0 leaves the workload out.
   *
   * @default 1
   */
  readonly replicas?: number;
  /**
   * Platform of the pod's images, for one that has none for this machine's own processor. Docker emulates it.
   *
   * @default - the architecture in the pod's nodeSelector, and else that of this machine
   */
  readonly platform?: Platform;
  /**
   * Whether the laptop keeps the schedule of a CronJob too, by a service `<name>-schedule` that runs the command of its
   * one container. The image needs `sh` and `date`, and `tzdata` for another time zone than UTC. Running it by hand is
   * as without it.
   *
   * @default false
   */
  readonly scheduleLocally?: boolean;
  /**
   * The same for containers of the pod beside the first one, by their names.
   *
   * @default - none
   */
  readonly containers?: Readonly<Record<string, ContainerOptions>>;
}

/** What only a laptop needs of one container: of the pod's first one, where no other is named. */
export interface ContainerOptions {
  /**
   * Folder with a Dockerfile, relative to the folder of `cdk8s.yaml`: Compose builds the image from it. Each container
   * of the pod with the same image runs what was built.
   *
   * @default - the image is pulled
   */
  readonly build?: string | Build;
  /**
   * What an edit of the sources does. With `rebuild`, under `docker compose watch`, the image is built anew and takes
   * the container's place. A mount shows the container the folder itself: with a command that looks for changes, such
   * as `uvicorn --reload`, an edit is there at once.
   *
   * @default - nothing, until `docker compose up --build`
   */
  readonly watch?: 'rebuild' | SourceMount;
  /**
   * How to ask the container's HTTP, TCP or gRPC probe from inside it, as Compose must: with a program that the image holds,
   * or else with a command of your own, which takes the place of any probe. `none` leaves the service without a health
   * check: whoever depends on it then waits for its start only.
   *
   * @default - an exec probe is asked as it is; another probe not at all
   */
  readonly healthCheck?: HealthCheckTool | HealthCheckCommand;
}

export interface Build {
  /** Folder that the build may read, relative to the folder of `cdk8s.yaml`. */
  readonly context: string;
  /**
   * The Dockerfile, relative to the context.
   *
   * @default Dockerfile
   */
  readonly dockerfile?: string;
  /**
   * Stage of the Dockerfile to build.
   *
   * @default - the last one
   */
  readonly target?: string;
  /**
   * Values for the Dockerfile's `ARG`s. They stay in the image: a secret has no place there.
   *
   * @default - none
   */
  readonly args?: Readonly<Record<string, string>>;
}

export interface SourceMount {
  /** Folder of sources, relative to the folder of `cdk8s.yaml`. The container can read it, and never writes to it. */
  readonly mount: string;
  /** Where the container finds it, in place of what the image has there. */
  readonly at: string;
  /**
   * Program and arguments in place of the container's own.
   *
   * @default - what the container runs anyway
   */
  readonly command?: readonly string[];
}

export interface PublishedPort {
  /** Port of a container of the pod: its name, or its number. */
  readonly port: string | number;
  /** Port of this machine that leads to it. */
  readonly hostPort: number;
}

export interface HealthCheckCommand {
  /** Program and arguments, run inside the container without a shell: it is healthy when they end with 0. */
  readonly exec: readonly string[];
}

export type HealthCheckTool = 'python' | 'curl' | 'wget' | 'node' | 'bash' | 'grpc_health_probe' | 'none';

export const healthCheckTools: readonly HealthCheckTool[] = [
  'python',
  'curl',
  'wget',
  'node',
  'bash',
  'grpc_health_probe',
  'none',
];

export type Platform = `linux/${'amd64' | 'arm64' | 'arm/v7' | 'arm/v6' | '386' | 'ppc64le' | 'riscv64' | 's390x'}`;

export const platforms: readonly Platform[] = [
  'linux/amd64',
  'linux/arm64',
  'linux/arm/v7',
  'linux/arm/v6',
  'linux/386',
  'linux/ppc64le',
  'linux/riscv64',
  'linux/s390x',
];
