import type { Difference } from '../differences/difference';
import type { Text } from '../workloads/text';
import type { ComposeFile, Service } from './compose-file';

/** What one room of the renderer adds: to a service, to the rest of the file, beside the file, and to the differences. */
export interface Fragment {
  readonly service?: Service;
  readonly file?: Partial<ComposeFile>;
  readonly assets?: readonly Asset[];
  readonly differences?: readonly Difference[];
}

/** A file below `.tandem` that the Compose file points to. Only the writer knows the secrets in it. */
export type Asset = MountedFile | VariablesFile;

export interface MountedFile {
  /** Relative to the Compose file, with `/`. */
  readonly path: string;
  readonly content: Text | Uint8Array;
  readonly executable: boolean;
}

export interface VariablesFile {
  readonly path: string;
  readonly variables: Readonly<Record<string, Text>>;
}

/** Lists one after the other, maps in one, and of single values the last. */
export function merged(fragments: readonly Fragment[]): Required<Fragment> {
  return {
    service: mergedMaps(fragments.map(({ service }) => service ?? {})),
    file: mergedMaps(fragments.map(({ file }) => file ?? {})),
    assets: fragments.flatMap(({ assets }) => assets ?? []),
    differences: fragments.flatMap(({ differences }) => differences ?? []),
  };
}

export function mergedMaps<T extends object>(maps: readonly T[]): T {
  const result: Record<string, unknown> = {};
  for (const map of maps) {
    for (const key of Object.keys(map)) {
      const value: unknown = map[key as keyof T];
      if (!isEmpty(value)) result[key] = joined(result[key], value);
    }
  }
  return result as T;
}

/** A map that was joined before is ours to add to: an app has thousands. Without a prototype, any name is one of its keys. */
function joined(before: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return Array.isArray(before) ? [...before, ...value] : value;
  return isMap(value) ? Object.assign(isMap(before) ? before : Object.create(null), value) : value;
}

/** Without what is undefined, and without lists and maps that are empty: so that a literal looks like what is written. */
export function withoutEmpty<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value))) as Partial<T>;
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === undefined;
  if (Array.isArray(value)) return value.length === 0;
  for (const _ in value) return false;
  return true;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
