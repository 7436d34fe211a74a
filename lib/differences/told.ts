import type { Place } from '../manifests/place';
import { Places } from '../manifests/places';
import type { Difference } from './difference';

/** Whether a difference speaks of a place of a construct's object: what it says of a field, it says of all below. */
export function toldBy(differences: readonly Difference[]): (construct: string) => (place: Place) => boolean {
  const told = new Map<string, Places>();
  for (const { construct, fields } of differences) {
    const places = told.get(construct) ?? new Places();
    told.set(construct, places);
    for (const { place } of fields) places.add(place);
  }
  return (construct) => {
    const places = told.get(construct);
    return places ? (place) => isWithin(place, places) : () => false;
  };
}

function isWithin(place: Place | undefined, told: Places): boolean {
  return place !== undefined && (told.has(place) || isWithin(place.around, told));
}
