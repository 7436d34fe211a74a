import { compare } from './compare';
import { described } from './described';
import { Matcher } from './matcher';
import { below, costOf, isMatch, mismatch, type Outcome, together } from './outcome';

/** A list that has these elements, in this order, among others. */
export class ArrayWith extends Matcher {
  constructor(private readonly pattern: readonly unknown[]) {
    super();
  }

  test(actual: unknown): Outcome {
    if (!Array.isArray(actual)) return mismatch(this.toString(), actual, this.pattern.length);
    let from = 0;
    return together(
      this.pattern.map((element) => {
        const found = actual.findIndex((item, index) => index >= from && isMatch(compare(element, item, 'exact')));
        if (found < 0) return missing(element, actual, from);
        from = found + 1;
        return below(found, compare(element, actual[found], 'exact'));
      }),
    );
  }

  toString(): string {
    return `arrayWith(${described(this.pattern)})`;
  }
}

/** Where it would be nearest: of an element that is there too early, the order is what is wrong. */
function missing(element: unknown, actual: readonly unknown[], from: number): Outcome {
  const outcomes = actual.map((item, index) => below(index, compare(element, item, 'exact')));
  const early = outcomes.findIndex(isMatch);
  if (early >= 0) return mismatch(`${described(element)} after [${from - 1}], not at [${early}]`, actual);
  const closest = outcomes.toSorted((one, other) => costOf(one) - costOf(other))[0];
  const isNear = closest?.mismatches.some(({ path }) => path.length > 1);
  return isNear && closest ? closest : mismatch(`an element ${described(element)}`, actual);
}
