import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { remembered } from '../units/remembered';
import type { Difference } from './difference';
import { differenceText } from './difference-text';
import { reasonFor } from './reasons';

/**
 * All that the Compose file does not say as the manifests do: what was rendered otherwise, and each field that nobody
 * read. One without a reason is unexplained.
 */
export function differencesOf(manifests: readonly Manifest[], rendered: readonly Difference[]): readonly Difference[] {
  const known = once(rendered);
  const dropped = untold(manifests, known).map(
    ({ manifest, field }): Difference => ({ field, became: 'dropped', ...reasonFor(manifest, field) }),
  );
  return [...known, ...dropped];
}

/** The fields that nobody read, and of which whoever renders has said nothing. */
export function untold(manifests: readonly Manifest[], rendered: readonly Difference[]): readonly Untold[] {
  const told = new Map<string, Set<string>>();
  for (const { field } of rendered) told.set(field.construct, (told.get(field.construct) ?? new Set()).add(`${field}`));
  return manifests.flatMap((manifest) => {
    const isTold = toldBy(told.get(manifest.construct) ?? new Set());
    const unread = manifest.root.unread().filter((field) => !isTold(field));
    return unread.map((field) => ({ manifest, field }));
  });
}

export interface Untold {
  readonly manifest: Manifest;
  readonly field: Field;
}

export function unexplained(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ reason }) => reason === undefined);
}

/** Two containers of a pod may say the same of one volume. */
function once(differences: readonly Difference[]): readonly Difference[] {
  return [...new Map(differences.map((difference) => [differenceText(difference), difference])).values()];
}

/** What a difference says of a field, it says of all below. */
function toldBy(told: ReadonlySet<string>): (field: Field) => boolean {
  if (told.size === 0) return () => false;
  const around = remembered((field: Field): boolean => isTold(field));
  const isTold = (field: Field) => told.has(`${field}`) || (field.around !== field && around(field.around));
  return isTold;
}
