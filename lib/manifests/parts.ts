import type { Key, Place } from './place';
import { keysOf } from './values';

/** A place, and all that is below it, of one sort. */
export interface Part<S> {
  readonly sort: S | undefined;
  readonly value: unknown;
  readonly place: Place;
}

/** A value in the largest parts whose leaves are of one sort each. Leaves of none are parts of their own. */
export function partsOf<S>(
  value: unknown,
  place: Place,
  sortOf: (place: Place, leaf: unknown) => S | undefined,
): readonly Part<S>[] {
  if (value === undefined || value === null) return [];
  const keys = keysOf(value);
  if (keys.length === 0) return [{ sort: sortOf(place, value), value, place }];
  const parts = keys.flatMap((key) => partsOf((value as Record<Key, unknown>)[key], place.at(key), sortOf));
  const sort = parts[0]?.sort;
  return sort !== undefined && parts.every((part) => part.sort === sort) ? [{ sort, value, place }] : parts;
}
