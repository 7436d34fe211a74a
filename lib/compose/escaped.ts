import { Alias, Anchor } from '../yaml/anchor';

/** The one kind of value that Compose is to interpolate. */
export class Interpolated {
  constructor(readonly text: string) {}
}

/** Every `$` of every value means itself; Compose does not interpolate keys. */
export function escaped(value: unknown): unknown {
  // Most of what a service says has none, and stays as it is.
  return isEscaped(value) ? value : withEscapes(value);
}

function isEscaped(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('$');
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof Interpolated) return false;
  for (const key in value) if (!isEscaped(Reflect.get(value, key))) return false;
  return true;
}

function withEscapes(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('$', '$$$$');
  if (value instanceof Interpolated) return value.text;
  if (value instanceof Anchor) return new Anchor(value.name, escaped(value.value));
  if (value instanceof Alias) return value;
  if (Array.isArray(value)) return value.map(escaped);
  return typeof value === 'object' && value !== null ? mapped(value, escaped) : value;
}

/** A map with each of its values changed. */
export function mapped<T, R>(map: Readonly<Record<string, T>> | object, change: (value: T) => R): Record<string, R> {
  // Without a prototype, any name is one of its keys.
  const result: Record<string, R> = Object.create(null);
  for (const key of Object.keys(map)) result[key] = change(Reflect.get(map, key));
  return result;
}
