import type { Field } from '../manifests/field';
import { Places } from '../manifests/places';
import { push } from '../units/push';
import type { Difference } from './difference';

/**
 * One for all fields of an object of which the same is said: an app has a hundred thousand that differ. What is said
 * of a field twice, as two containers may say it of one volume, is said once.
 */
export function gathered(differences: Iterable<Difference>): readonly Difference[] {
  const all: Difference[] = [];
  const ofConstruct = new Map<string, Growing[]>();
  for (const difference of differences) {
    // Of one object there are few: a look at each is quicker than an index.
    const known = ofConstruct.get(difference.construct)?.find(({ said }) => isAlike(said, difference));
    const one = known ?? begun(difference);
    if (!known) {
      all.push(one.said);
      push(ofConstruct, difference.construct, one);
    }
    addFields(one, difference.fields);
  }
  return all;
}

interface Growing {
  readonly said: Difference & { readonly fields: Field[] };
  readonly places: Places;
}

function begun(difference: Difference): Growing {
  return { said: { ...difference, fields: [] }, places: new Places() };
}

function addFields({ said, places }: Growing, fields: readonly Field[]): void {
  for (const field of fields) {
    if (places.has(field.place)) continue;
    places.add(field.place);
    said.fields.push(field);
  }
}

function isAlike(one: Difference, other: Difference): boolean {
  return (
    one.reason === other.reason && one.became === other.became && one.means === other.means && one.note === other.note
  );
}
