import { found, within } from './finding';
import { nearest } from './nearest';
import { isPlainObject } from './plain-object';
import type { Check, Finding } from './problem';
import { quoted } from './shown';

/** One after the other until one finds something: later ones may take for granted what earlier ones asked. */
export function inTurn(...checks: readonly Check[]): Check {
  return (value) => {
    for (const one of checks) {
      const findings = one(value);
      if (findings.length > 0) return findings;
    }
    return [];
  };
}

/** A number or a text by the one check, an object or a list by the other. */
export function either(word: Check, structure: Check): Check {
  return (value) => (typeof value === 'object' && value !== null ? structure(value) : word(value));
}

/** What only its maker can tell. */
export function satisfying(is: (value: unknown) => boolean, wrong: string, expected: string, fix: string): Check {
  return (value) => (is(value) ? [] : found(value, wrong, expected, fix));
}

/** One of a few words, exactly as written. */
export function oneOf(...words: readonly string[]): Check {
  const expected = `one of ${words.map((word) => quoted(word)).join(', ')}.`;
  return (value) => {
    if (words.some((word) => word === value)) return [];
    const meant = typeof value === 'string' ? nearest(value, words) : undefined;
    const fix = meant === undefined ? 'write one of them.' : `write ${quoted(meant)}.`;
    return found(value, 'is none of what it may be', expected, fix);
  };
}

/** A whole number; `why` completes the sentence about its bounds, and the example is one that fits most. */
export function integer(min: number, max: number, why = '', example = min): Check {
  const expected = `a whole number from ${min} to ${max}${why}.`;
  return (value) => {
    const wrong = wrongNumber(value, min, max);
    return wrong === undefined
      ? []
      : found(value, wrong, expected, withoutQuotes(value) ?? `write a number such as ${example}.`);
  };
}

function wrongNumber(value: unknown, min: number, max: number): string | undefined {
  if (typeof value !== 'number') return 'is not a number';
  if (!Number.isInteger(value)) return 'is not a whole number';
  if (value < min) return `is below ${min}`;
  return value > max ? `is above ${max}` : undefined;
}

function withoutQuotes(value: unknown): string | undefined {
  const digits = typeof value === 'bigint' ? String(value) : value;
  const isNumber = typeof digits === 'string' && /^\d{1,15}$/.test(digits);
  return isNumber ? `write ${Number(digits)} without quotes.` : undefined;
}

export function listOf(item: Check): Check {
  return (value) =>
    Array.isArray(value)
      ? Array.from(value).flatMap((entry, index) => within(index, item(entry)))
      : found(value, 'is not a list', 'a list.', 'write it between brackets: […].');
}

/** One at the least, and each once. */
export function someOf(item: Check): Check {
  return inTurn(
    listOf(item),
    satisfying(
      (value) => (value as readonly unknown[]).length > 0,
      'is empty',
      'one at the least.',
      'write one, or leave it out.',
    ),
    satisfying(
      (value) => new Set(value as readonly unknown[]).size === (value as readonly unknown[]).length,
      'names one twice',
      'each once.',
      'leave the second out.',
    ),
  );
}

export function oneOrMore(item: Check): Check {
  const several = someOf(item);
  return (value) => (Array.isArray(value) ? several(value) : item(value));
}

/** Any keys, each checked with its value, which may depend on its key. A value that is undefined is checked as well. */
export function mapOf(key: Check, entry: (value: unknown, key: string) => readonly Finding[]): Check {
  return inTurn(isMap, (value) => {
    const map = value as Readonly<Record<string, unknown>>;
    const keys = Object.keys(map);
    return keys.length > mostEntries
      ? found(value, `has ${keys.length} entries, more than ${mostEntries}`, 'a map of names.', 'put them in a file.')
      : keys.flatMap((name) => within(name, [...key(name), ...entry(map[name], name)]));
  });
}

/** An object of the API server can hold some more, but nobody can read them. */
const mostEntries = 1000;

export const isMap: Check = satisfying(
  isPlainObject,
  'is not an object of names and values',
  'an object of names and values.',
  'write it between braces: { name: value }.',
);

export const isTrueOrFalse: Check = satisfying(
  (value) => typeof value === 'boolean',
  'is not true or false',
  'true or false.',
  'write one of them, without quotes.',
);
