import { isPlainObject } from '../checks/plain-object';
import { described } from './described';
import { isForeign, Matcher } from './matcher';
import { below, isMatch, match, mismatch, type Outcome, together } from './outcome';

/** Whether a map may have more than its pattern says: `like` lets it, at any depth, `exact` does not. */
export type Mode = 'like' | 'exact';

/** Holds a value against a pattern. Lists have the same length in either mode. */
export function compare(pattern: unknown, actual: unknown, mode: Mode): Outcome {
  if (pattern instanceof Matcher) return pattern.test(actual);
  if (isForeign(pattern)) return pattern.asymmetricMatch(actual) ? match : mismatch(described(pattern), actual);
  if (Array.isArray(pattern)) return compareLists(pattern, actual, mode);
  if (isPlainObject(pattern)) return compareMaps(pattern, actual, mode);
  return Object.is(pattern, actual) ? match : mismatch(pattern === undefined ? 'nothing' : described(pattern), actual);
}

function compareLists(pattern: readonly unknown[], actual: unknown, mode: Mode): Outcome {
  if (!Array.isArray(actual)) return mismatch(described(pattern), actual, leaves(pattern));
  const longer = Array.from({ length: Math.max(pattern.length, actual.length) }, (_, index) => index);
  return together(
    longer.map((index) =>
      below(
        index,
        index < pattern.length ? compare(pattern[index], actual[index], mode) : mismatch('nothing more', actual[index]),
      ),
    ),
  );
}

function compareMaps(pattern: Readonly<Record<string, unknown>>, actual: unknown, mode: Mode): Outcome {
  if (actual === undefined && asksForNothing(pattern)) return match;
  if (!isPlainObject(actual)) return mismatch(described(pattern), actual, leaves(pattern));
  const keys = Object.keys(pattern);
  const more =
    mode === 'exact' ? Object.keys(actual).filter((key) => !keys.includes(key) && actual[key] !== undefined) : [];
  const valueAt = (key: string) => (Object.hasOwn(actual, key) ? actual[key] : undefined);
  return together([
    ...keys.map((key) => below(key, compare(pattern[key], valueAt(key), mode))),
    ...more.map((key) => below(key, mismatch('nothing', actual[key]))),
  ]);
}

/** What must be absent below is so where nothing is. */
function asksForNothing(pattern: Readonly<Record<string, unknown>>): boolean {
  const values = Object.values(pattern);
  return values.length > 0 && values.every((value) => isMatch(compare(value, undefined, 'like')));
}

function leaves(pattern: unknown): number {
  const below = Array.isArray(pattern) || isPlainObject(pattern) ? Object.values(pattern) : [];
  return Math.max(
    1,
    below.reduce<number>((sum, value) => sum + leaves(value), 0),
  );
}
