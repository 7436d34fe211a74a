import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import type { Became, Difference } from './difference';
import { shownValue } from './shown-value';

/** A difference as programs read it: fields of one manifest of which the same became, and why. docs/differences.md describes it. */
export interface Entry {
  /** Path of the construct that yields the object. */
  readonly construct: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly became: Became;
  /** Left out where nobody has said why. */
  readonly reason?: string;
  readonly means?: string;
  readonly note?: string;
  /**
   * By JSON pointers less their first slash; the empty one is the whole object. Each as the manifest says it, `(hidden)`
   * in place of a secret, and null for a whole object and what the manifest does not say.
   */
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * In the order of the manifests and then of the fields' names. One manifest's at a time: an app has many.
 *
 * @param differences manifest by manifest, in the same order
 */
export function* entriesOf(manifests: readonly Manifest[], differences: readonly Difference[]): Iterable<Entry> {
  let from = 0;
  for (const manifest of manifests) {
    let to = from;
    while (differences[to]?.construct === manifest.construct) to++;
    yield* entriesOfOne(manifest, differences.slice(from, to));
    from = to;
  }
}

function entriesOfOne(manifest: Manifest, differences: readonly Difference[]): readonly Entry[] {
  return differences
    .map((difference) => ({ difference, fields: [...difference.fields].sort(byName) }))
    .sort(byFirstField)
    .map((sorted) => entryOf(manifest, sorted));
}

interface Sorted {
  readonly difference: Difference;
  readonly fields: readonly Field[];
}

function entryOf(manifest: Manifest, { difference: { became, reason, means, note }, fields: sorted }: Sorted): Entry {
  const { construct, kind, namespace, name } = manifest;
  const fields = Object.fromEntries(sorted.map((field) => [`${field}`, shownOf(manifest, field)]));
  return { construct, kind, namespace, name, became, reason, means, note, fields };
}

function byFirstField(one: Sorted, other: Sorted): number {
  const [a, b] = [one.difference, other.difference];
  return (
    compared(`${one.fields[0]}`, `${other.fields[0]}`) ||
    compared(a.became, b.became) ||
    compared(a.reason ?? '', b.reason ?? '')
  );
}

function byName(one: Field, other: Field): number {
  return compared(`${one}`, `${other}`);
}

/** Of a whole object the values would be a wall. What the manifest leaves out has none. */
function shownOf(manifest: Manifest, field: Field): unknown {
  return field.isRoot ? null : (shownValue(manifest, field) ?? null);
}

/** By code units, as no locale orders them otherwise. */
function compared(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
