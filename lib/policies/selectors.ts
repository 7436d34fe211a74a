import { satisfying } from '../checks/check';
import { labelName, labelValue } from '../checks/label';
import type { Check } from '../checks/problem';
import { type Bare, bare, mapAt, mapsAt } from './bare';
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

const notEvery = telling(
  (selector) => !isEmpty(selector),
  'selects every pod',
  'labels of its own pods.',
  "write such as { matchLabels: { app: 'api' } }.",
);

export function isEmpty(selector: unknown): boolean {
  const said = bare(selector);
  return Object.keys(mapAt(said, 'matchLabels')).length + mapsAt(said, 'matchExpressions').length === 0;
}

/** Of an owner of pods. */
export const ownersSelector: readonly Place[] = [
  ['spec', selectingItsOwn(itsOwn)],
  ['spec/selector', notEvery],
  ...selectorAt('spec/selector'),
];

export function selectingItsOwn(is: (spec: Bare) => boolean): Check {
  return telling(
    is,
    'selects other pods than those of its template',
    'a selector whose labels the template has.',
    'write the same labels in both.',
  );
}

/** Whether the pods of the template are among those that are selected. */
export function itsOwn({ selector, template }: Bare): boolean {
  return selects(bare(selector), mapAt(mapAt(bare(template), 'metadata'), 'labels'));
}

function selects(selector: Bare, labels: Bare): boolean {
  const wanted = Object.entries(mapAt(selector, 'matchLabels'));
  return wanted.every(([key, value]) => labels[key] === value) && mapsAt(selector, 'matchExpressions').every(isMet);

  function isMet({ key, operator, values }: Bare): boolean {
    const value = labels[String(key)];
    const isAmong = value != null && [values].flat().includes(value);
    if (operator === 'In') return isAmong;
    if (operator === 'NotIn') return !isAmong;
    // Another operator is told by itself.
    return operator === 'Exists' ? value != null : operator !== 'DoesNotExist' || value == null;
  }
}
