import { Places } from '../manifests/places';
import type { Difference } from './difference';

/** The places of a construct's object that differences speak of: what they say of a place, they say of all below. */
export function toldBy(differences: readonly Difference[]): (construct: string) => Places {
  const told = new Map<string, Places>();
  for (const { construct, fields } of differences) {
    const places = told.get(construct) ?? new Places();
    told.set(construct, places);
    for (const { place } of fields) places.add(place);
  }
  return (construct) => told.get(construct) ?? none;
}

const none = new Places();
