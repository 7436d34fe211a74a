/** The example platform on one target. What the questions know of Docker and of Kubernetes is this. */
export interface Platform {
  /** `construct field` of each place where this target is not as the manifests say. */
  readonly differences: readonly string[];
  /** Builds the images, starts everything and waits until it is ready. Returns warnings and rejections. */
  start(): Promise<readonly string[]>;
  /** Gives the API's address, as seen from outside, for as long as the question takes. */
  reach<T>(ask: (url: string) => Promise<T>): Promise<T>;
  /** Runs the ETL to its end, by hand. Returns what it printed. */
  runJob(): Promise<string>;
  inside<T>(place: Place, ask: (container: Container) => Promise<T>): Promise<T>;
  /** Every container ends and starts again. */
  restart(): Promise<void>;
  /** Every container is taken away and made anew; the volumes stay. */
  renew(): Promise<void>;
  /** Everything is taken away as users do it, data too. */
  end(): Promise<void>;
  /** Takes away by force whatever a failure has left. */
  sweep(): Promise<void>;
  leftovers(): Promise<readonly string[]>;
  logs(): Promise<string>;
}

/** A container that can be asked. */
export interface Container {
  sh(script: string): Promise<string>;
  /** Asks while nothing keeps this container apart from another; from the world outside, if none is given. */
  unhindered(other: Place | undefined, ask: () => Promise<void>): Promise<void>;
}

/** A container of the definition, as each target calls it. */
export interface Place {
  readonly owner: string;
  readonly container: string;
  readonly service: string;
  /** It runs to its end: to be asked, it is started alone and kept awake. */
  readonly ends?: boolean;
}

export const places = {
  api: { owner: 'deployment/api', container: 'api', service: 'api' },
  mongod: { owner: 'statefulset/mongo', container: 'mongod', service: 'mongo' },
  'rs-config': { owner: 'statefulset/mongo', container: 'rs-config', service: 'mongo-rs-config' },
  prepare: { owner: 'statefulset/mongo', container: 'prepare', service: 'mongo-prepare', ends: true },
  'nightly-load': { owner: 'cronjob/nightly-load', container: 'nightly-load', service: 'nightly-load', ends: true },
} as const satisfies Readonly<Record<string, Place>>;

export type PlaceName = keyof typeof places;

/** As process 1 a plain `sleep` would not hear SIGTERM. */
export const stayAwake = ['bash', '-c', 'trap exit TERM; sleep infinity & wait'] as const;
