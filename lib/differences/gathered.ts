import type { Field } from '../manifests/field';
import { Places } from '../manifests/places';
import type { Difference } from './difference';

/**
 * One for all fields of an object of which the same is said: an app has a hundred thousand that differ. What is said
 * of a field twice, as two containers may say it of one volume, is said once.
 */
export function gathered(differences: Iterable<Difference>): readonly Difference[] {
  const all: Growing[] = [];
  const ofConstruct = new Map<string, OfConstruct>();
  for (const difference of differences) {
    const { construct } = difference;
    const { said, told } = ofConstruct.get(construct) ?? none(ofConstruct, construct);
    // Of one object there are few: a look at each is quicker than an index.
    const known = said.find((one) => isAlike(one, difference));
    const one = known ?? { ...difference, fields: [] };
    if (!known) {
      all.push(one);
      said.push(one);
    }
    addFields(one, difference.fields, told);
  }
  return all;
}

interface Growing extends Difference {
  readonly fields: Field[];
}

interface OfConstruct {
  readonly said: Growing[];
  /** Of which anything is said. */
  readonly told: Places;
}

function none(ofConstruct: Map<string, OfConstruct>, construct: string): OfConstruct {
  const begun = { said: [], told: new Places() };
  ofConstruct.set(construct, begun);
  return begun;
}

function addFields({ fields }: Growing, more: readonly Field[], told: Places): void {
  for (const field of more) {
    if (told.has(field.place) && fields.some(({ place }) => place === field.place)) continue;
    told.add(field.place);
    fields.push(field);
  }
}

function isAlike(one: Difference, other: Difference): boolean {
  return (
    one.reason === other.reason && one.became === other.became && one.means === other.means && one.note === other.note
  );
}
