import { remembered } from '../units/remembered';
import type { Key, Place } from './place';

export function valueAt(object: unknown, { path }: Place): unknown {
  return path.reduce(itemOf, object);
}

/** Most of what is asked for is not there: then a look at the value is enough, and quicker. */
export function itemOf(value: unknown, name: Key): unknown {
  if (!isObject(value)) return undefined;
  const item = value[name];
  return item !== undefined && Object.hasOwn(value, name) ? item : undefined;
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !Array.isArray(value);
}

/** How a key is called in a list or a map. */
export function keyIn(value: unknown, key: Key): Key {
  if (Array.isArray(value)) return /^\d+$/.test(`${key}`) ? Number(key) : key;
  return isMap(value) ? String(key) : key;
}

/** The scalars, and the lists and maps that are empty. */
export function eachLeaf(value: unknown, place: Place, visit: (leaf: unknown, place: Place) => void): void {
  if (value === undefined || value === null) return;
  const keys = keysOf(value);
  if (keys.length === 0) visit(value, place);
  for (const key of keys) eachLeaf((value as Record<Key, unknown>)[key], place.at(key), visit);
}

export function keysOf(value: unknown): readonly Key[] {
  if (Array.isArray(value)) return indicesOf(value.length);
  return isMap(value) ? Object.keys(value) : none;
}

/** Lists are short: their keys are made once. */
const indicesOf = remembered((length: number): readonly number[] => Array.from({ length }, (_, index) => index));

const none: readonly Key[] = [];

function isObject(value: unknown): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null;
}
