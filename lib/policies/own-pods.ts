import type { Check } from '../checks/problem';
import { type Bare, bare, mapAt, mapsAt } from './bare';
import type { Place } from './places';
import { selectorAt } from './selectors';
import { telling } from './value-checks';

const notEvery = telling(
  (selector) => !isEmpty(selector),
  'selects every pod',
  'labels of its own pods.',
  "write such as { matchLabels: { app: 'api' } }.",
);

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

export function isEmpty(selector: unknown): boolean {
  const said = bare(selector);
  return Object.keys(mapAt(said, 'matchLabels')).length + mapsAt(said, 'matchExpressions').length === 0;
}
