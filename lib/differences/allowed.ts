import type { Problem } from '../checks/problem';
import type { Difference } from './difference';

/** What the author of a definition has said of a field, and all below, of the objects at or below a construct. */
export interface AllowedDifference {
  readonly construct: string;
  readonly field: string;
  readonly reason: string;
}

/** The differences that nobody else has explained, with the author's reasons. */
export function withAllowed(
  differences: readonly Difference[],
  allowed: readonly AllowedDifference[],
): readonly Difference[] {
  return differences.map((difference) => {
    const found = difference.reason === undefined && allowed.find((one) => covers(one, difference));
    if (!found) return difference;
    const { field, became } = difference;
    return { field, became, reason: found.reason, means: 'the author of the definition knows of it' };
  });
}

/** One without a reason explains nothing; one that outlives what it was for would hide the next of that field. */
export function wrongAllowances(
  differences: readonly Difference[],
  allowed: readonly AllowedDifference[],
): readonly Problem[] {
  const open = differences.filter(({ reason }) => reason === undefined);
  const needless = (one: AllowedDifference) => !open.some((difference) => covers(one, difference));
  return [
    ...allowed.filter(({ reason }) => !String(reason ?? '').trim()).map(withoutReason),
    ...allowed.filter(needless).map(withoutDifference),
  ];
}

function withoutReason({ construct, field }: AllowedDifference): Problem {
  return {
    construct,
    prop: 'allowDifference',
    wrong: 'has no reason',
    got: field,
    expected: 'a sentence for those who find it.',
    fix: `allowDifference(construct, '${field}', 'why it may be').`,
  };
}

function withoutDifference({ construct, field }: AllowedDifference): Problem {
  return {
    construct,
    prop: 'allowDifference',
    wrong: 'explains a difference that is not there, or that is explained already',
    got: field,
    expected: 'a field that `tandem check` finds unexplained.',
    fix: 'take it away, or write the field as the finding does.',
  };
}

function covers({ construct, field }: AllowedDifference, difference: Difference): boolean {
  return isWithin(difference.field.construct, construct) && isWithin(difference.field.toString(), field);
}

/** At a path, or below it. */
function isWithin(path: string, above: string): boolean {
  return above === '' || path === above || path.startsWith(`${above}/`);
}
