import type { LabelRequirement, LabelSelector } from '../connections/peer';
import { within } from './finding';
import type { Finding } from './problem';

/** A selector that no pod can meet, as it asks for two values of one label, or for a label and for none. */
export function impossibleLabels({ matchLabels = {}, matchExpressions = [] }: LabelSelector): readonly Finding[] {
  const exact = Object.entries(matchLabels).map(([key, value]) => ({ key, operator: 'In' as const, values: [value] }));
  const asked: readonly LabelRequirement[] = [...exact, ...matchExpressions];
  const keys = [...new Set(asked.map(({ key }) => key))];
  return keys
    .filter((key) => !canBe(asked.filter((one) => one.key === key)))
    .flatMap((key) => within(key, [impossible]));
}

const impossible: Finding = {
  prop: '',
  wrong: 'is asked for in ways that no label can meet at once',
  expected: 'what one pod can have: one value of a label, or no such label.',
  fix: 'leave one of them out.',
};

function canBe(asked: readonly LabelRequirement[]): boolean {
  const valuesOf = (operator: LabelRequirement['operator']) =>
    asked.filter((one) => one.operator === operator).map(({ values = [] }) => values);
  const [first, ...more] = valuesOf('In');
  if (valuesOf('DoesNotExist').length > 0) return !first && valuesOf('Exists').length === 0;
  const excluded = valuesOf('NotIn').flat();
  return !first || first.some((value) => more.every((list) => list.includes(value)) && !excluded.includes(value));
}
