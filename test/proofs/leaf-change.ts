import type { Key } from '../../lib/manifests/place';

/** A copy of the object in which the one value at the path is another of its type, or is gone where it was empty. */
export function withLeafChanged(object: object, path: readonly Key[]): object {
  const copy = structuredClone(object) as Record<Key, unknown>;
  const parent = path.slice(0, -1).reduce<Record<Key, unknown>>((place, key) => place[key] as never, copy);
  const last = path.at(-1) ?? '';
  const changed = otherValue(parent[last]);
  if (changed === undefined) return without(object, path);
  parent[last] = changed;
  return copy;
}

function otherValue(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'string' ? otherText(value) : undefined;
}

/** Words of Kubernetes that have a partner; a number before a unit, a schedule or an address; or one letter more. */
const partners: Readonly<Record<string, string>> = {
  HTTP: 'HTTPS',
  TCP: 'UDP',
  ClusterIP: 'NodePort',
  Never: 'OnFailure',
  OrderedReady: 'Parallel',
  RuntimeDefault: 'Unconfined',
};

function otherText(text: string): string {
  const [, number, rest = ''] = /^(\d{1,9})(.*)$/s.exec(text) ?? [];
  return number === undefined ? (partners[text] ?? `${text}x`) : `${Number(number) + 1}${rest}`;
}

/** A copy of the object without what is at the path. */
export function without(object: object, path: readonly Key[]): object {
  const copy = structuredClone(object) as Record<Key, unknown>;
  const parent = path.slice(0, -1).reduce<Record<Key, unknown>>((place, key) => place[key] as never, copy);
  const last = path.at(-1) ?? '';
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}
