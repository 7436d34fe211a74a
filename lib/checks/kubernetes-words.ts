import { found, within } from './finding';
import { isPlainObject } from './plain-object';
import type { Check, Finding } from './problem';

/**
 * An object in Kubernetes' own words, by the function with which cdk8s-plus writes it: where it writes a list or an
 * object, one must be given, and the other way round. The API server knows the rest better.
 */
export function kubernetesWords(write: (given: never) => unknown): Check {
  return (value) =>
    Object.entries(withoutNull(value) as object).flatMap(([key, one]) => {
      const written = writtenBy(write, { [key]: one });
      return within(key, written ? unlike(one, under(written, key)) : misshapen(one));
    });
}

/** Undefined for what it stumbles over. */
function writtenBy(write: (given: never) => unknown, value: object): object | undefined {
  try {
    return Object(write(value as never));
  } catch {
    return undefined;
  }
}

/** In a patch, `null` takes a field away. */
function withoutNull(value: unknown): unknown {
  if (!isPlainObject(value)) return value;
  const kept = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutNull(one)]));
}

function unlike(given: unknown, written: unknown): readonly Finding[] {
  const wraps = formOf(written) === 'word' && Object.hasOwn(Object(given), 'value');
  const bare = wraps ? (given as { value: unknown }).value : given;
  if (written === undefined || (isPlain(bare) && formOf(bare) === formOf(written))) return parts(bare, written);
  return isPlain(bare) ? misshapen(given) : [];
}

function parts(given: unknown, written: unknown): readonly Finding[] {
  if (Array.isArray(given) && Array.isArray(written)) {
    return given.flatMap((one, index) => within(index, unlike(one, written[index])));
  }
  if (!isPlainObject(given) || !isPlainObject(written)) return [];
  return Object.entries(given).flatMap(([key, one]) => within(key, unlike(one, under(written, key))));
}

/** The classes spell some names otherwise, such as clusterIp for clusterIP. */
function under(written: object, key: string): unknown {
  const name = Object.keys(written).find((one) => one.toLowerCase() === key.toLowerCase());
  return name === undefined ? undefined : Reflect.get(written, name);
}

/** An object of a class knows itself how it is written. */
function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null || Array.isArray(value) || isPlainObject(value);
}

function formOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : isPlainObject(value) ? 'object' : 'word';
}

function misshapen(value: unknown): readonly Finding[] {
  return found(value, 'has another form than Kubernetes asks for', 'its words and shapes.', 'correct it.');
}
