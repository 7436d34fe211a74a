import type { Manifest } from '../manifests/manifest';
import type { Difference } from './difference';
import { gathered } from './gathered';
import { leftOut } from './left-out';
import { toldBy } from './told';

/**
 * All that the Compose file does not say as the manifests do: what was rendered otherwise, and each field that nobody
 * read. One without a reason is unexplained.
 */
export function differencesOf(manifests: readonly Manifest[], rendered: readonly Difference[]): readonly Difference[] {
  const told = toldBy(rendered);
  return gathered([...rendered, ...manifests.flatMap((manifest) => leftOut(manifest, told(manifest.construct)))]);
}

export function unexplained(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ reason }) => reason === undefined);
}
