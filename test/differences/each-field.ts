import type { Difference } from '../../lib/differences/difference';
import type { Field } from '../../lib/manifests/field';

/** A difference of one field alone. */
export interface OfField extends Omit<Difference, 'fields'> {
  readonly field: Field;
}

/** What is said of each field that differs: of a list or a map that is left out, of each leaf. */
export function eachField(differences: readonly Difference[]): readonly OfField[] {
  return differences.flatMap(({ fields, ...said }) =>
    fields.flatMap((field) =>
      (said.became === 'dropped' ? leavesOf(field) : [field]).map((leaf) => ({ ...said, field: leaf })),
    ),
  );
}

function leavesOf(field: Field): readonly Field[] {
  return field.isRoot || !field.exists ? [field] : field.leaves();
}
