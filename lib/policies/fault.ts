import type { Finding } from '../checks/problem';
import type { Field } from '../manifests/field';

/** What is found in a part, before it is said whose construct it is. */
export type Fault = Finding;

/** Of what stands in a place. */
export function told(field: Field, wrong: string, expected: string, fix: string): Fault {
  const got = field.peek();
  return { prop: field.toString(), wrong, ...(got !== undefined && { got }), expected, fix };
}
