import type { Field } from '../manifests/field';
import { push } from '../units/push';
import type { Difference } from './difference';

/** One for all fields of an object of which the same is said: an app has a hundred thousand that differ. */
export function gathered(differences: Iterable<Difference>): readonly Difference[] {
  const all: Growing[] = [];
  const ofConstruct = new Map<string, Growing[]>();
  for (const difference of differences) {
    // Of one object there are few: a look at each is quicker than an index.
    const known = ofConstruct.get(difference.construct)?.find((one) => isAlike(one, difference));
    if (known) {
      for (const field of difference.fields) known.fields.push(field);
      continue;
    }
    const begun = { ...difference, fields: [...difference.fields] };
    all.push(begun);
    push(ofConstruct, begun.construct, begun);
  }
  return all;
}

interface Growing extends Difference {
  readonly fields: Field[];
}

function isAlike(one: Difference, other: Difference): boolean {
  return (
    one.reason === other.reason && one.became === other.became && one.means === other.means && one.note === other.note
  );
}
