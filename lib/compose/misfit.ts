import { nearest } from '../checks/nearest';
import type { Finding } from '../checks/problem';

/** That the laptop was told of something which the workload has not. */
export type Misfit = Finding;

/** Of a name that is none of those there are. */
export function unknownName(prop: string, wrong: string, got: string, names: readonly string[]): Misfit {
  const meant = nearest(got, names);
  const fix = meant === undefined ? 'write one of them.' : `did you mean ${meant}?`;
  const expected = names.length > 0 ? `one of ${names.join(', ')}.` : 'a number: none of its ports has a name.';
  return { prop, wrong, got, expected, fix: names.length > 0 ? fix : 'write the number of the port.' };
}
