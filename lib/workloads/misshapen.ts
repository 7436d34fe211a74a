import type { Problem } from '../checks/problem';
import type { UnreadableField } from '../manifests/field';

/** A manifest without the shape of its kind is the user's mistake. */
export function misshapen({ field, expected }: UnreadableField): Problem {
  return {
    construct: field.construct,
    prop: field.toString(),
    wrong: 'has another shape than its kind',
    got: field.peek(),
    expected: `${expected}.`,
    fix: 'correct the manifest.',
  };
}
