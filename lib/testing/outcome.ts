import type { Key } from '../manifests/place';
import type { Capture } from './capture';

/** What came of holding a value against a pattern: nothing differs where they match. */
export interface Outcome {
  readonly mismatches: readonly Mismatch[];
  readonly captured: readonly Captured[];
}

/** One place where a value is not as the pattern asks. */
export interface Mismatch {
  readonly path: readonly Key[];
  /** In words, or as the pattern was written. */
  readonly expected: string;
  /** Undefined where there is nothing. */
  readonly got: unknown;
  /** How many leaves of the pattern it leaves unmatched: what is closest has the fewest. */
  readonly cost: number;
}

export interface Captured {
  readonly capture: Capture;
  readonly value: unknown;
}

export const match: Outcome = { mismatches: [], captured: [] };

export function mismatch(expected: string, got: unknown, cost = 1): Outcome {
  return { mismatches: [{ path: [], expected, got, cost }], captured: [] };
}

export function isMatch({ mismatches }: Outcome): boolean {
  return mismatches.length === 0;
}

export function costOf({ mismatches }: Outcome): number {
  return mismatches.reduce((sum, { cost }) => sum + cost, 0);
}

/** The same, seen from above. */
export function below(key: Key, { mismatches, captured }: Outcome): Outcome {
  return { mismatches: mismatches.map((one) => ({ ...one, path: [key, ...one.path] })), captured };
}

export function together(outcomes: readonly Outcome[]): Outcome {
  return {
    mismatches: outcomes.flatMap(({ mismatches }) => mismatches),
    captured: outcomes.flatMap(({ captured }) => captured),
  };
}
