import type { Manifest } from '../manifests/manifest';
import { Places } from '../manifests/places';
import { push } from '../units/push';
import type { Difference } from './difference';
import { gathered } from './gathered';
import { leftOut } from './left-out';

/**
 * All that the Compose file does not say as the manifests do, manifest by manifest: what was rendered otherwise, and
 * each field that nobody read. One without a reason is unexplained.
 */
export function differencesOf(manifests: readonly Manifest[], rendered: readonly Difference[]): readonly Difference[] {
  const of = new Map<string, Difference[]>();
  for (const difference of rendered) push(of, difference.construct, difference);
  return manifests.flatMap((manifest) => {
    const known = of.get(manifest.construct) ?? none;
    return gathered([...known, ...leftOut(manifest, toldIn(known))]);
  });
}

const none: readonly Difference[] = [];

/** What differences say of a place, they say of all below. */
export function toldIn(differences: readonly Difference[]): Places {
  const places = new Places();
  for (const { fields } of differences) for (const { place } of fields) places.add(place);
  return places;
}

export function unexplained(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ reason }) => reason === undefined);
}
