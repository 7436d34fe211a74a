import { inspect } from 'node:util';
import { isMatch, type Outcome } from './outcome';

/**
 * A pattern that is more than a value. In `expect` of jest and vitest it is an asymmetric matcher, as theirs are
 * matchers here.
 */
export abstract class Matcher {
  /** By this the runners know a matcher, and print it as one. */
  readonly $$typeof: symbol = Symbol.for('jest.asymmetricMatcher');

  abstract test(actual: unknown): Outcome;

  /** As it was written. */
  abstract toString(): string;

  asymmetricMatch(actual: unknown): boolean {
    const outcome = this.test(actual);
    if (isMatch(outcome)) keep(outcome);
    return isMatch(outcome);
  }

  toAsymmetricMatcher(): string {
    return this.toString();
  }

  /** vitest shows what it got only beside a matcher of a type, and line by line if what it got is of the same. */
  getExpectedType(): string {
    return 'pattern';
  }

  /** In the messages of vitest and of `node:assert`. */
  [inspect.custom](): string {
    return this.toString();
  }
}

/** What a whole match captured; of one that failed, nothing is kept. */
export function keep({ captured }: Outcome): void {
  for (const { capture, value } of captured) capture.keep(value);
}

/** One of jest's, of vitest's, or whatever else follows their convention. */
export interface ForeignMatcher {
  asymmetricMatch(actual: unknown): boolean;
  /** What `objectContaining` and its like were given. */
  readonly sample?: unknown;
  toAsymmetricMatcher?(): string;
  toString(): string;
}

export function isForeign(pattern: unknown): pattern is ForeignMatcher {
  return (
    typeof pattern === 'object' && pattern !== null && typeof Reflect.get(pattern, 'asymmetricMatch') === 'function'
  );
}
