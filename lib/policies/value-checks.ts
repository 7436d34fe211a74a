import { integer, isMap, satisfying } from '../checks/check';
import { label } from '../checks/label';
import type { Check, Finding } from '../checks/problem';
import type { Place } from './places';

/** Checks that values of several kinds of objects share. */

/** A map each of whose entries is checked; what is no map has another shape than its kind, which is told elsewhere. */
export function entries(check: (key: string, value: unknown) => readonly Finding[]): Check {
  return (value) => {
    if (isMap(value).length > 0) return [];
    const said = Object.entries(value as object).filter(([, one]) => one != null);
    return said.flatMap(([key, one]) => check(key, one).map((finding) => ({ ...finding, got: { [key]: one } })));
  };
}

export const labels: Check = entries(label);

export const some: Check = satisfying(
  (value) => Array.isArray(value) && value.length > 0,
  'are none',
  'at least one.',
  'write one.',
);

const count = integer(0, 2 ** 31 - 1, '', 1);

export function counts(...paths: readonly string[]): readonly Place[] {
  return paths.map((path) => [path, count]);
}

export function telling(is: (value: Bare) => boolean, wrong: string, expected: string, fix: string): Check {
  return satisfying((value) => is(Object(value)), wrong, expected, fix);
}

type Bare = Readonly<Record<string, unknown>>;
