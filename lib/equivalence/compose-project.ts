import type { Json } from './compose-words';

/** A Compose file and what lies beside it. */
export interface ComposeProject {
  /** The file as a plain value in which nothing is left to interpolate. */
  readonly file: Json;
  /** Folder of the file, as its paths may begin. */
  readonly folder: string;
  readonly fileAt: (path: string) => ProjectFile | undefined;
}

export interface ProjectFile {
  readonly content: string;
  readonly executable: boolean;
}
