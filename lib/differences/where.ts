import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { push } from '../units/push';
import type { Difference } from './difference';
import { code, firstOf } from './markdown';
import { placesOf } from './place';

export type Manifests = ReadonlyMap<string, Manifest>;

/** The places of differences, construct by construct. */
export function where(differences: readonly Difference[], manifests: Manifests): string {
  const placesIn = ([construct, fields]: readonly [string, readonly Field[]]) => {
    const manifest = manifests.get(construct);
    const places = manifest ? placesOf(manifest, fields) : fields.map(String);
    return `${code(construct)} ${firstOf(places, ', ', code)}`;
  };
  return firstOf([...byConstruct(differences)], '; ', placesIn);
}

/** How many places they are, with one for an example. */
export function howMany(differences: readonly Difference[], manifests: Manifests): string {
  const objects = new Set(differences.map(({ construct }) => construct)).size;
  const example = where(differences.slice(0, 1).map(firstOnly), manifests);
  const count = fieldCount(differences);
  if (count === 1) return example;
  return `${count} fields of ${objects === 1 ? 'one object' : `${objects} objects`}, such as ${example}`;
}

export function fieldCount(differences: readonly Difference[]): number {
  return differences.reduce((sum, { fields }) => sum + fields.length, 0);
}

function firstOnly(difference: Difference): Difference {
  return { ...difference, fields: difference.fields.slice(0, 1) };
}

function byConstruct(differences: readonly Difference[]): ReadonlyMap<string, readonly Field[]> {
  const found = new Map<string, Field[]>();
  for (const { construct, fields } of differences) for (const field of fields) push(found, construct, field);
  return found;
}
