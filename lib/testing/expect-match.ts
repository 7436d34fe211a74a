import { compare } from './compare';
import { described } from './described';
import { keep } from './matcher';
import { Mismatched } from './mismatched';
import { isMatch, type Outcome } from './outcome';

/**
 * For runners whose assertions know no matchers, as node:assert: a value is to be like a pattern, in which maps may be
 * partial. Where a value may be a secret, ask `hasResource`, which hides it.
 *
 * @throws Mismatched with each place that differs
 */
export function expectMatch(actual: unknown, pattern: unknown): void {
  const outcome = compare(pattern, actual, 'like');
  if (!isMatch(outcome)) throw new Mismatched(`The value is not as expected:\n\n${linesOf(outcome)}`);
  keep(outcome);
}

function linesOf({ mismatches }: Outcome): string {
  const lines = mismatches.map(
    ({ path, expected, got }) =>
      `  ${path.join('/') || 'the whole value'}\n    expected  ${expected}\n    got       ${got === undefined ? 'nothing' : described(got)}`,
  );
  return lines.join('\n');
}
