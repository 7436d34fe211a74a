import type { Difference } from '../../lib/differences/difference';
import type { Field } from '../../lib/manifests/field';

/** A difference of one field alone. */
export interface OfField extends Omit<Difference, 'fields'> {
  readonly field: Field;
}

/** What is said of each field that differs. */
export function eachField(differences: readonly Difference[]): readonly OfField[] {
  return differences.flatMap(({ fields, ...said }) => fields.map((field) => ({ ...said, field })));
}
