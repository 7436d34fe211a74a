import { compare } from './compare';
import { described } from './described';
import { frozenCopy } from './handed-out';
import { Matcher } from './matcher';
import { Mismatched } from './mismatched';
import { isMatch, mismatch, type Outcome } from './outcome';

/** Matches what is there and keeps it, for a test to look at: `new Capture()`, or `new Capture(pattern)`. */
export class Capture extends Matcher {
  private readonly values: unknown[] = [];
  private at = 0;

  constructor(private readonly pattern?: unknown) {
    super();
  }

  test(actual: unknown): Outcome {
    if (actual === undefined || actual === null) return mismatch('something to capture', actual);
    const outcome =
      this.pattern === undefined ? { mismatches: [], captured: [] } : compare(this.pattern, actual, 'like');
    return isMatch(outcome)
      ? { ...outcome, captured: [...outcome.captured, { capture: this, value: actual }] }
      : outcome;
  }

  /** Goes on to what was captured next, and says whether there is any. */
  next(): boolean {
    if (this.at >= this.values.length - 1) return false;
    this.at += 1;
    return true;
  }

  asString(): string {
    return this.value('text', (value): value is string => typeof value === 'string');
  }

  asNumber(): number {
    return this.value('a number', (value): value is number => typeof value === 'number');
  }

  asBoolean(): boolean {
    return this.value('true or false', (value): value is boolean => typeof value === 'boolean');
  }

  asArray(): readonly unknown[] {
    return this.value('a list', (value): value is readonly unknown[] => Array.isArray(value));
  }

  asObject(): Readonly<Record<string, unknown>> {
    return this.value(
      'a map',
      (value): value is Readonly<Record<string, unknown>> => typeof value === 'object' && !Array.isArray(value),
    );
  }

  toString(): string {
    return `capture(${this.pattern === undefined ? '' : described(this.pattern)})`;
  }

  /** @internal */
  keep(value: unknown): void {
    this.values.push(frozenCopy(value));
  }

  /** What was captured may be a secret: a message names its type alone. */
  private value<T>(what: string, is: (value: unknown) => value is T): T {
    if (this.values.length === 0) throw new Mismatched('Nothing was captured: no match had this capture in it.');
    const value = this.values[this.at];
    if (!is(value)) throw new Mismatched(`What was captured is not ${what}, but of type ${typeof value}.`);
    return value;
  }
}
