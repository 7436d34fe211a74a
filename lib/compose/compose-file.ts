/**
 * The part of the Compose Specification that we write. Strings are what a container must see: whatever Compose would
 * interpolate is escaped by the writer, in one place.
 */
export interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, Network>>;
  readonly volumes: Readonly<Record<string, NamedVolume>>;
  readonly configs: Readonly<Record<string, FileSource>>;
  readonly secrets: Readonly<Record<string, FileSource>>;
}

export interface Service {
  /** Why the service is as it is, for the one who reads the file. */
  readonly comment?: string;
  /** That it runs once and ends, before or after the container which its pod is about. */
  readonly aside?: boolean;
  readonly image?: string;
  readonly build?: string | Build;
  readonly depends_on?: Readonly<Record<string, Dependency>>;
  readonly volumes?: readonly (VolumeMount | BindMount)[];
  readonly configs?: readonly FileMount[];
  readonly secrets?: readonly FileMount[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: readonly string[];
  readonly ports?: readonly Port[];
  readonly networks?: Readonly<Record<string, NetworkMembership>>;
  readonly network_mode?: string;
  readonly extra_hosts?: readonly string[];
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly working_dir?: string;
  readonly restart?: string;
  readonly healthcheck?: HealthCheck;
  readonly labels?: Readonly<Record<string, string>>;
  readonly user?: string;
  readonly cap_add?: readonly string[];
  readonly cap_drop?: readonly string[];
  /** Microseconds of each tenth of a second. */
  readonly cpu_quota?: number;
  readonly cpu_shares?: number;
  readonly deploy?: { readonly replicas?: number; readonly resources?: ServiceResources };
  readonly develop?: { readonly watch: readonly Watch[] };
  readonly dns?: readonly string[];
  readonly dns_opt?: readonly string[];
  readonly dns_search?: readonly string[];
  readonly domainname?: string;
  readonly group_add?: readonly string[];
  readonly hostname?: string;
  readonly ipc?: string;
  readonly memswap_limit?: string;
  readonly pid?: string;
  readonly platform?: string;
  readonly post_start?: readonly Hook[];
  readonly pre_stop?: readonly Hook[];
  readonly privileged?: boolean;
  readonly profiles?: readonly string[];
  readonly pull_policy?: string;
  readonly read_only?: boolean;
  readonly security_opt?: readonly string[];
  readonly shm_size?: string;
  readonly stdin_open?: boolean;
  readonly stop_grace_period?: string;
  readonly stop_signal?: string;
  readonly sysctls?: Readonly<Record<string, string>>;
  readonly tmpfs?: readonly string[];
  readonly tty?: boolean;
}

export interface Build {
  readonly context: string;
  readonly dockerfile?: string;
  readonly target?: string;
  readonly args?: Readonly<Record<string, string>>;
}

export interface Hook {
  readonly command: readonly string[];
}

export interface Dependency {
  readonly condition: 'service_started' | 'service_healthy' | 'service_completed_successfully';
  readonly restart?: boolean;
}

export type VolumeMount = NamedMount | BindMount | ImageMount;

export interface NamedMount {
  readonly type: 'volume';
  readonly source: string;
  readonly target: string;
  readonly read_only?: boolean;
  /** A claim is empty when it is new, whatever the image has at its place. */
  readonly volume: { readonly nocopy: true; readonly subpath?: string };
}

/** A folder of the laptop. */
export interface BindMount {
  readonly type: 'bind';
  readonly source: string;
  readonly target: string;
  readonly read_only?: boolean;
  /** A folder of the project that is not there is a mistake, not one to make. */
  readonly bind: { readonly create_host_path: boolean };
}

export interface ImageMount {
  readonly type: 'image';
  readonly source: string;
  readonly target: string;
  readonly image?: { readonly subpath: string };
}

export interface Watch {
  readonly action: 'rebuild';
  readonly path: string;
}

export interface FileMount {
  readonly source: string;
  readonly target: string;
}

/** A port of this machine's loopback address, which a variable can change without an edit. */
export interface Port {
  readonly variable: string;
  readonly published: number;
  readonly target: number;
  readonly protocol?: 'udp';
}

export interface NetworkMembership {
  readonly aliases?: readonly string[];
}

export interface HealthCheck {
  readonly test: readonly string[];
  readonly interval: string;
  readonly timeout: string;
  readonly retries: number;
  readonly start_period?: string;
  readonly start_interval?: string;
}

export interface ServiceResources {
  readonly limits?: Limits;
  readonly reservations?: { readonly memory?: string };
}

export interface Limits {
  readonly cpus?: string;
  readonly memory?: string;
}

export interface Network {
  readonly comment?: string;
  readonly internal?: boolean;
  readonly driver_opts?: Readonly<Record<string, string>>;
  readonly ipam?: { readonly config: readonly { readonly subnet: string }[] };
}

export interface NamedVolume {
  readonly driver_opts?: Readonly<Record<string, string>>;
}

export interface FileSource {
  readonly file: string;
}
