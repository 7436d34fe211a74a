import type { Difference } from './difference';

/**
 * Of one object's differences one for all fields of which the same is said. What is said of a field twice, as two
 * containers may say it of one volume, is said once.
 */
export function gathered(differences: readonly Difference[]): readonly Difference[] {
  const all: Difference[] = [];
  for (const difference of differences) {
    // There are few: a look at each is quicker than an index.
    const known = all.findIndex((one) => isAlike(one, difference));
    const one = all[known];
    if (one) all[known] = joined(one, difference);
    else all.push(difference);
  }
  return all;
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
