import type { Problem } from '../checks/problem';
import type { Field } from '../manifests/field';

/** A problem of a part, before it is said whose construct it is. */
export type Fault = Omit<Problem, 'construct'>;

/** Of what stands in a place. */
export function told(field: Field, wrong: string, expected: string, fix: string): Fault {
  return { prop: field.toString(), wrong, got: field.peek(), expected, fix };
}
