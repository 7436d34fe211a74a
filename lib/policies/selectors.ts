import { satisfying } from '../checks/check';
import { labelName, labelValue } from '../checks/label';
import type { Check } from '../checks/problem';
import { isNothing } from './or-nothing';
import type { Place } from './places';
import { labels, telling } from './value-checks';

/** Labels that are asked for, of anything but a node. */
export function selectorAt(path: string): readonly Place[] {
  return [[`${path}/matchLabels`, labels], ...requirementsAt(`${path}/matchExpressions`, ofLabels)];
}

export function requirementsAt(path: string, requirement: Check): readonly Place[] {
  return [
    [`${path}/*`, requirement],
    [`${path}/*/key+`, labelName],
    [`${path}/*`, possible],
  ];
}

const needsValues: Readonly<Record<string, boolean>> = {
  In: true,
  NotIn: true,
  Exists: false,
  DoesNotExist: false,
};

const bounds = ['Gt', 'Lt'];

function requirement(...operators: readonly string[]): Check {
  return satisfying(
    (value) => {
      const { operator, values } = Object(value);
      if (!operators.includes(operator)) return false;
      return bounds.includes(operator)
        ? Array.isArray(values) && values.length === 1
        : needsValues[operator] === !isNothing(values);
    },
    'is no requirement of a label',
    `one of ${operators.join(', ')}, with values for In and NotIn, one for Gt and Lt, and none for Exists and DoesNotExist.`,
    "write such as { key: 'disk', operator: 'In', values: ['ssd'] }.",
  );
}

const possible = telling(
  ({ operator, values }) =>
    !['In', 'NotIn'].includes(String(operator)) ||
    [values ?? []].flat().every((value) => labelValue(value).length === 0),
  'asks for what no label may be',
  'values of letters, digits, "-", "_" and ".".',
  'correct them.',
);

export const ofNode = requirement(...Object.keys(needsValues), ...bounds);
export const ofLabels = requirement(...Object.keys(needsValues));
