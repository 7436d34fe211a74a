import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import type { Place } from '../manifests/place';
import { Places } from '../manifests/places';
import { push } from '../units/push';
import type { Difference } from './difference';
import { differenceTexts } from './difference-texts';
import { gathered } from './gathered';
import { reasonFor } from './reasons';
import type { Because } from './reasons/reason';

/**
 * All that the Compose file does not say as the manifests do: what was rendered otherwise, and each field that nobody
 * read. One without a reason is unexplained.
 */
export function differencesOf(manifests: readonly Manifest[], rendered: readonly Difference[]): readonly Difference[] {
  const known = once(rendered);
  return gathered([...known, ...untold(manifests, known).flatMap(leftOut)]);
}

/** The fields that nobody read, and of which whoever renders has said nothing. */
export function untold(manifests: readonly Manifest[], rendered: readonly Difference[]): readonly Untold[] {
  const told = new Map<string, Field[]>();
  for (const { construct, fields } of rendered) for (const field of fields) push(told, construct, field);
  return manifests.map((manifest) => {
    const isTold = toldBy(told.get(manifest.construct) ?? []);
    return { manifest, fields: manifest.root.unread().filter((field) => !isTold(field)) };
  });
}

/** Of one manifest. */
export interface Untold {
  readonly manifest: Manifest;
  readonly fields: readonly Field[];
}

export function unexplained(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ reason }) => reason === undefined);
}

/** Two containers of a pod may say the same of one volume. */
function once(differences: readonly Difference[]): readonly Difference[] {
  return [...new Map(differences.map((difference) => [differenceTexts(difference).join(), difference])).values()];
}

/** What a difference says of a field, it says of all below. */
function toldBy(fields: readonly Field[]): (field: Field) => boolean {
  if (fields.length === 0) return () => false;
  const told = new Places();
  for (const { place } of fields) told.add(place);
  return ({ place }) => isWithin(place, told);
}

function isWithin(place: Place | undefined, told: Places): boolean {
  return place !== undefined && (told.has(place) || isWithin(place.around, told));
}

function leftOut({ manifest, fields }: Untold): readonly Difference[] {
  const { construct } = manifest;
  const because = new Map<Because | undefined, Field[]>();
  for (const field of fields) push(because, reasonFor(manifest, field), field);
  return [...because].map(([why, fields]) => {
    return { construct, fields, became: 'dropped', reason: why?.reason, means: why?.means };
  });
}
