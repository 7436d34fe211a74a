import { Field } from '../manifests/field';
import { compare } from './compare';
import { keep } from './matcher';
import { Mismatched } from './mismatched';
import { isMatch } from './outcome';
import { shownMismatches } from './shown';

/**
 * For runners whose assertions know no matchers, as node:assert: a value is to be like a pattern, in which maps may be
 * partial. What is or looks like a secret is hidden, as `hasResource` hides it.
 *
 * @throws Mismatched with each place that differs
 */
export function expectMatch(actual: unknown, pattern: unknown): void {
  const outcome = compare(pattern, actual, 'like');
  if (!isMatch(outcome)) {
    const root = Field.root('value', actual);
    const shown = shownMismatches({ kind: String(root.at('kind').peek()), root }, outcome.mismatches);
    throw new Mismatched(`The value is not as expected:\n\n${shown}`);
  }
  keep(outcome);
}
