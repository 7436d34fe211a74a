import { isPlainObject } from '../checks/plain-object';

const known = new WeakMap<object, unknown>();

/**
 * What a test is given of an app: a copy that cannot be changed, for all tests of the app see the same. A test that
 * tries ends at its own line, in place of changing what the next one sees.
 */
export function handedOut<T extends object>(value: T): T {
  const copy = known.get(value) ?? frozenCopy(value);
  known.set(value, copy);
  return copy as T;
}

/** Of lists and plain maps, at any depth; what is an object of a class stays the maker's. */
export function frozenCopy(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy));
  if (!isPlainObject(value)) return value;
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, frozenCopy(one)])));
}
