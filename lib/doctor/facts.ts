import type { Stamp } from '../stamp';

/** All that is asked of a machine, as plain data: what each check concludes from it needs neither Docker nor a disk. */
export interface Facts {
  readonly docker: DockerFacts;
  readonly files: FileFacts;
  /** As Compose reads compose.yaml, the override and `.env` with it; none where Compose could not be asked. */
  readonly services: readonly Service[];
  /** Why Compose refuses the file. */
  readonly refusal?: string;
  readonly unbuildable: readonly Unbuildable[];
  /** When each file of a secret was last written, in milliseconds since 1970. */
  readonly secretTimes: Readonly<Record<string, number>>;
  readonly images: Readonly<Record<string, ImageFacts>>;
  /** Ports of this machine that a service publishes and that somebody else holds. */
  readonly taken: readonly TakenPort[];
  readonly containers: readonly Container[];
  /** Those of the project that there are. */
  readonly volumes: readonly Volume[];
}

export interface DockerFacts {
  readonly installed: boolean;
  /** The engine's version; none where none answers. */
  readonly engine?: string;
  readonly compose?: string;
  /** What `docker` said in place of an answer. */
  readonly complaint?: string;
}

export interface FileFacts {
  /** Hash of compose.yaml; none where there is none. */
  readonly composeHash?: string;
  /** What the last synth on this machine wrote; none where there was none. */
  readonly stamp?: Stamp;
  /** Files that compose.yaml points to below .tandem and that are not there. */
  readonly missing: readonly string[];
  /** What compose.yaml uses and older versions of Docker do not know. */
  readonly features: readonly Feature[];
  /** Permissions of .tandem; none where there is no such folder, or a system without them. */
  readonly mode?: number;
}

export type Feature = 'start_interval' | 'subpath of a volume' | 'image mounts';

/** A folder or Dockerfile that is not there. */
export interface Unbuildable {
  readonly service: string;
  readonly path: string;
}

/** The part of a Compose service that the checks look at. */
export interface Service {
  readonly name: string;
  readonly image: string;
  readonly built: boolean;
  readonly healthcheck: readonly string[];
  readonly entrypoint: readonly string[];
  /** Of the service itself; else the image's. */
  readonly path?: string;
  readonly networkMode?: string;
  /** Services that it waits for until they have ended well. */
  readonly after: readonly string[];
  /** Names that Docker knows the volumes by. */
  readonly volumes: readonly string[];
  /** Relative to the project. */
  readonly secretFiles: readonly string[];
  /** Where something of the laptop is mounted. */
  readonly mounts: readonly string[];
}

export interface ImageFacts {
  readonly here: boolean;
  /** Why it could not be looked into. */
  readonly complaint?: string;
  readonly path: string;
  /** Paths of programs that were looked for and found. */
  readonly programs: readonly string[];
}

export interface TakenPort {
  readonly service: string;
  readonly port: number;
  /** With which `.env` changes it. */
  readonly variable?: string;
  /** A container, where it is one. */
  readonly by?: string;
}

/** Of the project, whether it runs or has ended. */
export interface Container {
  readonly service: string;
  readonly running: boolean;
  /** None without a health check. */
  readonly health?: string;
  readonly exitCode: number;
  /** How often Docker has started it anew, and how many milliseconds ago for the last time. */
  readonly restarts: number;
  readonly age: number;
  /** Whether its health check failed the last time. */
  readonly refused: boolean;
  /** The end of what its health check said last, and of its log; without a value of a secret. */
  readonly answered: readonly string[];
  readonly logged: readonly string[];
}

export interface Volume {
  readonly name: string;
  readonly created: number;
}
