import type { Problem } from '../checks/problem';
import type { Field } from '../manifests/field';
import { push } from '../units/push';
import type { Difference } from './difference';
import { unexplained } from './differences';

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
  if (allowed.length === 0) return differences;
  return differences.flatMap((difference) =>
    difference.reason === undefined ? explained(difference, allowed) : difference,
  );
}

function explained(difference: Difference, allowed: readonly AllowedDifference[]): readonly Difference[] {
  const { construct, became } = difference;
  const because = new Map<string | undefined, Field[]>();
  for (const field of difference.fields) push(because, allowed.find((one) => covers(one, field))?.reason, field);
  return [...because].map(([reason, fields]) =>
    reason === undefined
      ? { ...difference, fields }
      : { construct, fields, became, reason, means: 'the author of the definition knows of it' },
  );
}

/** One without a reason explains nothing; one that outlives what it was for would hide the next of that field. */
export function wrongAllowances(
  differences: readonly Difference[],
  allowed: readonly AllowedDifference[],
): readonly Problem[] {
  const open = unexplained(differences).flatMap(({ fields }) => fields);
  const needless = (one: AllowedDifference) => !open.some((field) => covers(one, field));
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

function covers(allowed: AllowedDifference, field: Field): boolean {
  return isWithin(field.construct, allowed.construct) && isWithin(field.toString(), allowed.field);
}

/** At a path, or below it. */
function isWithin(path: string, above: string): boolean {
  return above === '' || path === above || path.startsWith(`${above}/`);
}
