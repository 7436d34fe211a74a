import { posix } from 'node:path';

/** Compose says one thing in several ways: short and long, as a list and as a map. Each reader here takes them all. */

export type Json = Readonly<Record<string, unknown>>;

export function mapIn(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

export function textsIn(value: unknown): readonly string[] {
  return listIn(value).map(String);
}

/** A list of names, or a map by them. */
export function namedIn(value: unknown): Json {
  return Array.isArray(value) ? Object.fromEntries(value.map((name) => [String(name), {}])) : mapIn(value);
}

/** `NAME=value` one by one, or a map. */
export function pairsIn(value: unknown, between = '='): Readonly<Record<string, string>> {
  const entries = Array.isArray(value)
    ? value.map((pair) => cut(String(pair), between))
    : Object.entries(mapIn(value)).map(([name, entry]) => [name, String(entry)] as const);
  return Object.fromEntries(entries);
}

export function cut(text: string, between: string): readonly [string, string] {
  const index = text.indexOf(between);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + between.length)];
}

/** A path as the project in the folder sees it: `services/api`. One that leads elsewhere stays as it is. */
export function folderIn(folder: string, path: unknown): string {
  const text = String(path);
  if (!posix.isAbsolute(text)) return posix.normalize(text).replace(/\/$/, '');
  const below = posix.relative(folder, text);
  return /^\.\.(\/|$)/.test(below) ? text : below || '.';
}

const secondsOf: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001, us: 0.000001, ns: 0.000000001 };

/** `1m30s` and the like. */
export function secondsIn(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  const parts = [...String(value).matchAll(/([\d.]+)(h|ms|us|ns|m|s)/g)];
  if (parts.map(([part]) => part).join('') !== String(value)) throw new Error(`no duration: ${value}`);
  return parts.reduce((sum, [, number, unit = '']) => sum + Number(number) * (secondsOf[unit] ?? Number.NaN), 0);
}

const bytesOf: Readonly<Record<string, bigint>> = {
  '': 1n,
  b: 1n,
  k: 1n << 10n,
  m: 1n << 20n,
  g: 1n << 30n,
  t: 1n << 40n,
};

/** `64m` and the like, whose units are binary, as digits. */
export function bytesIn(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const [, number, unit = ''] = /^(\d+)([bkmgt]?)b?$/i.exec(String(value)) ?? [];
  const factor = bytesOf[unit.toLowerCase()];
  if (number === undefined || factor === undefined) throw new Error(`no number of bytes: ${value}`);
  return String(BigInt(number) * factor);
}
