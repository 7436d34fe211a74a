import { integer, isMap, satisfying } from '../checks/check';
import { annotationName, label } from '../checks/label';
import type { Check, Finding } from '../checks/problem';
import { parseQuantity } from '../units/quantity';
import type { Bare } from './bare';
import type { Place } from './places';

/** A map each of whose entries is checked; what is no map has another shape than its kind, which is told elsewhere. */
export function entries(check: (key: string, value: unknown) => readonly Finding[]): Check {
  return each(check, (key, value) => ({ [key]: value }));
}

/** The same told by its keys alone: a value may be a secret. */
export function keyed(check: (key: string, value: unknown) => readonly Finding[]): Check {
  return each(check, (key) => key);
}

function each(
  check: (key: string, value: unknown) => readonly Finding[],
  got: (key: string, value: unknown) => unknown,
): Check {
  return (value) => {
    if (isMap(value).length > 0) return [];
    const said = Object.entries(value as object).filter(([, one]) => one != null);
    return said.flatMap(([key, one]) => check(key, one).map((finding) => ({ ...finding, got: got(key, one) })));
  };
}

export const text: Check = satisfying(
  (value) => typeof value === 'string',
  'is no text',
  'text.',
  'write it in quotes.',
);

export const labels: Check = entries(label);
export const annotations: Check = keyed((key, value) => [...annotationName(key), ...text(value)]);

export const some: Check = satisfying(
  (value) => Array.isArray(value) && value.length > 0,
  'are none',
  'at least one.',
  'write one.',
);

export function aboveZero(what: string, example: string): Check {
  return satisfying(
    (value) => (parseQuantity(String(value))?.numerator ?? 0n) > 0n,
    `is no ${what} above zero`,
    `one such as ${example}.`,
    'correct it.',
  );
}

const count = integer(0, 2 ** 31 - 1, '', 1);
const long = integer(0, Number.MAX_SAFE_INTEGER, '', 1);

export function counts(...paths: readonly string[]): readonly Place[] {
  return paths.map((path) => [path, count]);
}

/** Of 64 bits. */
export function longs(...paths: readonly string[]): readonly Place[] {
  return paths.map((path) => [path, long]);
}

export function telling(is: (value: Bare) => boolean, wrong: string, expected: string, fix: string): Check {
  return satisfying((value) => is(Object(value)), wrong, expected, fix);
}

/** Of several ways to say something, one alone. */
export function oneKeyOf(keys: readonly string[], wrong: string, expected: string, fix: string): Check {
  return telling((said) => keys.filter((key) => said[key] != null).length === 1, wrong, expected, fix);
}
