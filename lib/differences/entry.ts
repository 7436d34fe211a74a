import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { push } from '../units/push';
import type { Became, Difference } from './difference';
import { shownValue } from './shown-value';

/** A difference as programs read it: of one leaf of one manifest, in plain data. docs/differences.md describes it. */
export interface Entry {
  /** Path of the construct that yields the object. */
  readonly construct: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** JSON pointer less its first slash; empty where it is the whole object. */
  readonly field: string;
  /** As the manifest says it, `(hidden)` in place of a secret; left out of a whole object and of what it does not say. */
  readonly value?: unknown;
  readonly became: Became;
  /** Left out where nobody has said why. */
  readonly reason?: string;
  readonly means?: string;
  readonly note?: string;
}

/**
 * One for each leaf that the differences are about, in the order of the manifests and then of the fields' names. One
 * manifest's at a time: an app has a hundred thousand.
 */
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
  const found: Entry[] = [];
  for (const difference of differences) {
    for (const leaf of leavesOf(difference.field)) found.push(entry(manifest, difference, leaf));
  }
  return found.sort(byField);
}

function entry(manifest: Manifest, { became, reason, means, note }: Difference, leaf: Field): Entry {
  const { construct, kind, namespace, name } = manifest;
  const value = isWhole(leaf) ? undefined : shownValue(manifest, leaf);
  return { construct, kind, namespace, name, field: leaf.toString(), value, became, reason, means, note };
}

/** A whole object is one: its leaves would say the same, each of them. So is a field that the manifest leaves out. */
function leavesOf(field: Field): readonly Field[] {
  return isWhole(field) || !field.exists ? [field] : field.leaves();
}

function isWhole(field: Field): boolean {
  return field.around === field;
}

/** By code units, as no locale orders them otherwise. */
function byField(a: Entry, b: Entry): number {
  return compared(a.field, b.field) || compared(a.became, b.became) || compared(a.reason ?? '', b.reason ?? '');
}

function compared(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
