import { found, within } from './finding';
import { isPlainObject } from './plain-object';
import type { Check, Finding } from './problem';
import { type ShapeFault, shapeFaults } from './shape-faults';
import { type Shape, shapeOf } from './shape-of';

/**
 * An object in Kubernetes' own words, by the function with which cdk8s-plus writes it: where it writes a list or an
 * object, one must be given, and the other way round; and a field that it leaves out must be like none of its own. The
 * API server knows the rest better.
 */
export function kubernetesWords(write: (given: never) => unknown): Check {
  let known: Shape | undefined;
  return (value) =>
    Object.entries(withoutNull(value) as object).flatMap(([key, one]) => {
      const given = { [key]: one };
      const written = writtenBy(write, given);
      if (!written) return within(key, misshapen(one));
      known ??= shapeOf(write);
      return [...within(key, unlike(one, under(written, key))), ...misspelt(shapeFaults(given, known), written)];
    });
}

/** Where the classes spell a name otherwise, what is given by it is written. */
function misspelt(faults: readonly ShapeFault[], written: object): readonly Finding[] {
  const isTaken = ({ path }: ShapeFault) => path.reduce<unknown>(into, written) !== undefined;
  return faults
    .filter((one) => one.fault === 'word' || (one.fault === 'name' && !isTaken(one)))
    .map(({ path, fault: _, ...finding }) => path.reduceRight<Finding>(placed, { prop: '', ...finding }));
}

function into(written: unknown, key: string | number): unknown {
  return typeof written === 'object' && written !== null ? under(written, String(key)) : undefined;
}

function placed(finding: Finding, key: string | number): Finding {
  return { ...finding, ...within(key, [finding])[0] };
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
