import type { LocalOptions } from './local-options';

/** All that a laptop is told of a workload: by its user, and by the construct that made it. */
export interface Laptop extends LocalOptions {
  readonly setUp?: SetUp;
}

/** What a laptop does once a workload is ready and before others use it, beside its pod. It may be done again. */
export interface SetUp {
  /** Its service is `<workload>-<name>`. */
  readonly name: string;
  /** What it does, for the one who reads the Compose file. */
  readonly comment: string;
  /** Container of the pod whose image, user and limits it has. */
  readonly like: string;
  /** Those of the container's volumes that it has too. */
  readonly volumes: readonly string[];
  /** Its variables, in pieces of which some only a Secret knows. */
  readonly env: Readonly<Record<string, readonly (string | SecretPiece)[]>>;
  /** Ends with 0 when all is done. */
  readonly command: readonly string[];
  /** A file of ours for it, in `/tandem`. */
  readonly script: { readonly name: string; readonly content: string };
  /** Folder of the project, and where the command finds it. */
  readonly folder: { readonly source: string; readonly target: string };
}

interface SecretPiece {
  readonly secretName: string;
  readonly key: string;
}
