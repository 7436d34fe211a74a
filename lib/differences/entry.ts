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
  const of = byConstruct(differences);
  for (const manifest of manifests) yield* entriesOfOne(manifest, of.get(manifest.construct) ?? []);
}

function byConstruct(differences: readonly Difference[]): ReadonlyMap<string, readonly Difference[]> {
  const found = new Map<string, Difference[]>();
  for (const difference of differences) push(found, difference.field.construct, difference);
  return found;
}

function entriesOfOne(manifest: Manifest, differences: readonly Difference[]): readonly Entry[] {
  return alike(differences)
    .sort(byFirstLeaf)
    .map((group) => entryOf(manifest, group));
}

function entryOf(manifest: Manifest, { same: { became, reason, means, note }, leaves }: Alike): Entry {
  const { construct, kind, namespace, name } = manifest;
  const fields = Object.fromEntries(leaves.map((leaf) => [leaf.toString(), valueOf(manifest, leaf)]));
  return { construct, kind, namespace, name, became, reason, means, note, fields };
}

interface Alike {
  readonly same: Difference;
  readonly leaves: Field[];
}

/** Of one object there are few kinds of differences: a look at each is quicker than an index. */
function alike(differences: readonly Difference[]): Alike[] {
  const groups: Alike[] = [];
  for (const one of differences) {
    const { leaves } = groups.find(({ same }) => isAlike(same, one)) ?? added(groups, one);
    for (const leaf of leavesOf(one.field)) leaves.push(leaf);
  }
  for (const { leaves } of groups) leaves.sort(byName);
  return groups;
}

function added(groups: Alike[], same: Difference): Alike {
  const group = { same, leaves: [] };
  groups.push(group);
  return group;
}

function isAlike(one: Difference, other: Difference): boolean {
  return (
    one.reason === other.reason && one.became === other.became && one.means === other.means && one.note === other.note
  );
}

/** A whole object is one: its leaves would say the same, each of them. So is a field that the manifest leaves out. */
function leavesOf(field: Field): readonly Field[] {
  return isWhole(field) || !field.exists ? [field] : field.leaves();
}

function byFirstLeaf(one: Alike, other: Alike): number {
  const [a, b] = [one.same, other.same];
  return (
    compared(String(one.leaves[0]), String(other.leaves[0])) ||
    compared(a.became, b.became) ||
    compared(a.reason ?? '', b.reason ?? '')
  );
}

function byName(one: Field, other: Field): number {
  return compared(one.toString(), other.toString());
}

function valueOf(manifest: Manifest, leaf: Field): unknown {
  return isWhole(leaf) ? null : (shownValue(manifest, leaf) ?? null);
}

function isWhole(field: Field): boolean {
  return field.around === field;
}

/** By code units, as no locale orders them otherwise. */
function compared(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
