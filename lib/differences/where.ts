import type { Manifest } from '../manifests/manifest';
import type { Difference } from './difference';
import { code, firstOf } from './markdown';
import { placesOf } from './place';

export type Manifests = ReadonlyMap<string, Manifest>;

/** The places of differences, construct by construct. */
export function where(differences: readonly Difference[], manifests: Manifests): string {
  const constructs = constructsOf(differences).map((construct) => {
    const fields = differences.map(({ field }) => field).filter((field) => field.construct === construct);
    const manifest = manifests.get(construct);
    const places = manifest ? placesOf(manifest, fields) : fields.map(String);
    return `${code(construct)} ${firstOf(places.map(code), ', ')}`;
  });
  return firstOf(constructs, '; ');
}

/** How many places they are, with one for an example. */
export function howMany(differences: readonly Difference[], manifests: Manifests): string {
  const objects = constructsOf(differences).length;
  const example = where(differences.slice(0, 1), manifests);
  if (differences.length === 1) return example;
  return `${differences.length} fields of ${objects === 1 ? 'one object' : `${objects} objects`}, such as ${example}`;
}

function constructsOf(differences: readonly Difference[]): readonly string[] {
  return [...new Set(differences.map(({ field }) => field.construct))];
}
