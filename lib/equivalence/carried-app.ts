/**
 * All that Compose carries of an app, as plain data: what is left when the ways of saying it are gone. The manifests
 * yield it, and so does the Compose file read back; the two must be the same.
 */
export interface CarriedApp {
  /** By the names of the Compose services: one for each container of a pod. */
  readonly services: Readonly<Record<string, CarriedService>>;
  /** Those that outlive a container. */
  readonly volumes: Readonly<Record<string, CarriedVolume>>;
}

export interface CarriedService {
  readonly image: string;
  /** The folder that it is built from, and how. */
  readonly build?: Readonly<Record<string, unknown>>;
  /** When Docker asks the registry, if it does. */
  readonly pull: string;
  /** The folders of which each edit builds it anew, under `docker compose watch`. */
  readonly watches: readonly unknown[];
  readonly platform?: string;
  /** What takes the place of the image's own entrypoint and command. */
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly workingDir?: string;
  /** A value out of a Secret is shown by its place, as `‹secret/key›`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly security: CarriedSecurity;
  readonly resources: CarriedResources;
  readonly mounts: Readonly<Record<string, CarriedMount>>;
  readonly health?: CarriedHealth | 'none';
  readonly restart: string;
  readonly graceSeconds?: number;
  readonly hostname?: string;
  readonly domainname?: string;
  /** Names that lead to fixed addresses. */
  readonly hosts: Readonly<Record<string, string>>;
  /** `host:published -> target/protocol` */
  readonly ports: readonly string[];
  readonly network: CarriedNetwork;
  /** What it starts after, and what of that. */
  readonly after: Readonly<Record<string, string>>;
  readonly replicas: number;
  /** Under which it runs; without any, always. */
  readonly profiles: readonly string[];
  /** What Compose says beyond all this. */
  readonly more: Readonly<Record<string, unknown>>;
}

export interface CarriedSecurity {
  readonly user?: string;
  readonly groups: readonly string[];
  readonly privileged: boolean;
  readonly privilegeEscalation: boolean;
  readonly readOnlyRoot: boolean;
  readonly drop: readonly string[];
  readonly add: readonly string[];
  /** What else an engine is told, such as `seccomp=unconfined`. */
  readonly options: readonly string[];
}

/** Bytes as digits, for they may be more than a number holds; thousandths of a processor. */
export interface CarriedResources {
  readonly memory?: string;
  readonly memoryAndSwap?: string;
  /** Kept for it when memory is short. */
  readonly reserved?: string;
  readonly cpuMillis?: number;
  readonly cpuShares?: number;
}

export type CarriedMount =
  | { readonly volume: string; readonly folder?: string; readonly readOnly: boolean; readonly startsEmpty: boolean }
  | { readonly file: string; readonly executable: boolean }
  | { readonly inMemory: readonly string[] }
  | { readonly other: unknown };

export interface CarriedHealth {
  /** The program that asks, after `CMD` or `CMD-SHELL`. */
  readonly asks: readonly string[];
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly retries: number;
  readonly startSeconds: number;
  readonly startIntervalSeconds: number;
}

export type CarriedNetwork =
  | { readonly of: string }
  | { readonly other: unknown }
  | {
      /** The services that it can talk to, and the names under which it knows each beside that of the service. */
      readonly reaches: Readonly<Record<string, readonly string[]>>;
      readonly outside: boolean;
    };

export interface CarriedVolume {
  /** The options of a file system in memory. */
  readonly inMemory?: readonly string[];
  /** How the engine is to provide it, in another way than by itself. */
  readonly other?: unknown;
  /** Who may write to it, when it is new. */
  readonly writable?: string;
  /** Those that are mounted, and so must be there, and who may write to each. */
  readonly folders: Readonly<Record<string, string>>;
}
