import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { push } from '../units/push';
import type { Became, Difference } from './difference';
import { shownValue } from './shown-value';

/** A difference as programs read it: leaves of one manifest of which the same became, and why. docs/differences.md describes it. */
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

/** In the order of the manifests and then of the fields' names. One manifest's at a time: an app has many. */
export function* entriesOf(manifests: readonly Manifest[], differences: readonly Difference[]): Iterable<Entry> {
  const of = new Map<string, Difference[]>();
  for (const difference of differences) push(of, difference.construct, difference);
  for (const manifest of manifests) yield* entriesOfOne(manifest, of.get(manifest.construct) ?? []);
}

function entriesOfOne(manifest: Manifest, differences: readonly Difference[]): readonly Entry[] {
  return differences
    .map((difference) => ({ difference, leaves: difference.fields.flatMap(leavesOf).sort(byName) }))
    .sort(byFirstLeaf)
    .map((leaves) => entryOf(manifest, leaves));
}

interface Leaves {
  readonly difference: Difference;
  readonly leaves: readonly Field[];
}

/** A whole object is one: its leaves would say the same, each of them. So is a field that the manifest leaves out. */
function leavesOf(field: Field): Field | readonly Field[] {
  const isLeaf = !field.exists || typeof field.peek() !== 'object';
  return isLeaf || isWhole(field) ? field : field.leaves();
}

function entryOf(manifest: Manifest, { difference: { became, reason, means, note }, leaves }: Leaves): Entry {
  const { construct, kind, namespace, name } = manifest;
  const fields = Object.fromEntries(leaves.map((leaf) => [`${leaf}`, shownOf(manifest, leaf)]));
  return { construct, kind, namespace, name, became, reason, means, note, fields };
}

function byFirstLeaf(one: Leaves, other: Leaves): number {
  const [a, b] = [one.difference, other.difference];
  return (
    compared(`${one.leaves[0]}`, `${other.leaves[0]}`) ||
    compared(a.became, b.became) ||
    compared(a.reason ?? '', b.reason ?? '')
  );
}

function byName(one: Field, other: Field): number {
  return compared(`${one}`, `${other}`);
}

function shownOf(manifest: Manifest, leaf: Field): unknown {
  return isWhole(leaf) ? null : (shownValue(manifest, leaf) ?? null);
}

function isWhole(field: Field): boolean {
  return field.isRoot;
}

/** By code units, as no locale orders them otherwise. */
function compared(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
