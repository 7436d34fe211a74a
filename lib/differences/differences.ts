import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import type { Difference } from './difference';
import { differenceText } from './difference-text';
import { reasonFor } from './reasons';

/**
 * All that the Compose file does not say as the manifests do: what was rendered otherwise, and each field that nobody
 * read. One without a reason is unexplained.
 */
export function differencesOf(manifests: readonly Manifest[], rendered: readonly Difference[]): readonly Difference[] {
  const known = once(rendered);
  const told = new Set(known.map(({ field }) => `${field.construct} ${field}`));
  const dropped = manifests.flatMap((manifest) =>
    manifest.root.unread().map((field): Difference => ({ field, became: 'dropped', ...reasonFor(manifest, field) })),
  );
  return [...known, ...dropped.filter(({ field }) => !isTold(field, told))];
}

export function unexplained(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ reason }) => reason === undefined);
}

/** Two containers of a pod may say the same of one volume. */
function once(differences: readonly Difference[]): readonly Difference[] {
  return [...new Map(differences.map((difference) => [differenceText(difference), difference])).values()];
}

/** What a difference says of a field, it says of all below. */
function isTold(field: Field, told: ReadonlySet<string>): boolean {
  const parts = field.toString().split('/');
  return parts.some((_, index) => told.has(`${field.construct} ${parts.slice(0, index + 1).join('/')}`));
}
