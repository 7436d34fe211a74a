import { push } from '../units/push';
import type { Difference } from './difference';

/**
 * One for all fields of an object of which the same is said: an app has a hundred thousand that differ. What is said
 * of a field twice, as two containers may say it of one volume, is said once.
 */
export function gathered(differences: Iterable<Difference>): readonly Difference[] {
  const all: Growing[] = [];
  const ofConstruct = new Map<string, Growing[]>();
  for (const difference of differences) {
    // Of one object there are few: a look at each is quicker than an index.
    const known = ofConstruct.get(difference.construct)?.find(({ said }) => isAlike(said, difference));
    if (known) {
      known.said = joined(known.said, difference);
      continue;
    }
    const begun = { said: difference };
    all.push(begun);
    push(ofConstruct, difference.construct, begun);
  }
  return all.map(({ said }) => said);
}

interface Growing {
  said: Difference;
}

function isAlike(one: Difference, other: Difference): boolean {
  return (
    one.reason === other.reason && one.became === other.became && one.means === other.means && one.note === other.note
  );
}

function joined(one: Difference, other: Difference): Difference {
  const more = other.fields.filter((field) => !one.fields.some(({ place }) => place === field.place));
  return { ...one, fields: [...one.fields, ...more] };
}
