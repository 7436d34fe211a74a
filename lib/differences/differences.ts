import type { Rendered } from '../compose/render';
import type { Manifest } from '../manifests/manifest';
import type { Reading } from '../workloads/read-manifests';
import type { Difference } from './difference';
import { strayHostNames } from './host-names';
import { reasonFor } from './reasons';

/**
 * All that the Compose file does not say as the manifests do: what was rendered otherwise, and each field that nobody
 * read. One without a reason is unexplained.
 */
export function differencesOf(
  manifests: readonly Manifest[],
  { workloads }: Reading,
  rendered: Rendered,
): readonly Difference[] {
  const known = [...rendered.differences, ...strayHostNames(workloads, rendered.file, rendered.serviceOf)];
  const dropped = manifests.flatMap((manifest) =>
    manifest.root.unread().map((field): Difference => ({ field, became: 'dropped', reason: reasonFor(manifest, field) })),
  );
  return [...known, ...dropped.filter(({ field }) => !known.some((other) => isWithin(field, other.field)))];
}

export function unexplained(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ reason }) => reason === undefined);
}

/** What a rendered difference says of a field, it says of all below. */
function isWithin(field: Difference['field'], above: Difference['field']): boolean {
  return field.construct === above.construct && above.path.every((key, index) => field.path[index] === key);
}
