import type { Key, Place } from './place';
import { keysOf } from './values';

/** A place, and all that is below it, of one sort. */
export interface Part<S> {
  readonly sort: S | undefined;
  readonly value: unknown;
  readonly place: Place;
}

/** The sort of a leaf, or of a place with all that is below it; of neither none. */
export type SortOf<S> = (place: Place, value: unknown, isLeaf: boolean) => S | undefined;

/** A value in the largest parts whose leaves are of one sort each. Leaves of none are parts of their own. */
export function partsOf<S>(value: unknown, place: Place, sortOf: SortOf<S>): readonly Part<S>[] {
  const parts: Part<S>[] = [];
  collect(parts, value, place, sortOf);
  return parts;
}

function collect<S>(parts: Part<S>[], value: unknown, place: Place, sortOf: SortOf<S>): void {
  if (value === undefined || value === null) return;
  const keys = keysOf(value);
  const isLeaf = keys.length === 0;
  const sort = sortOf(place, value, isLeaf);
  if (isLeaf || sort !== undefined) {
    parts.push({ sort, value, place });
    return;
  }
  const before = parts.length;
  for (const key of keys) collect(parts, (value as Record<Key, unknown>)[key], place.at(key), sortOf);
  const common = commonSort(parts, before);
  if (common !== undefined) parts.splice(before, parts.length, { sort: common, value, place });
}

/** That of all parts from there on. */
function commonSort<S>(parts: readonly Part<S>[], from: number): S | undefined {
  const sort = parts[from]?.sort;
  for (let index = from + 1; index < parts.length; index++) if (parts[index]?.sort !== sort) return undefined;
  return sort;
}
