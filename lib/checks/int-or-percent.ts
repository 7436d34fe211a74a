import { integer } from './check';
import type { Check } from './problem';
import { textCheck } from './text-check';

/** Pods, by number or as a part of all of them. */
export const intOrPercent: Check = (value) => {
  const amount = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  return typeof amount === 'string'
    ? percentage(amount)
    : integer(0, 1000, ', or a percentage such as "25%"', 1)(amount);
};

const percentage = textCheck({
  expected: 'a number, or a percentage such as "25%".',
  example: '25%',
  faults: [
    { when: /^\d{1,9}$/, wrong: 'is a number in quotes', fix: (text) => `write ${Number(text)} without quotes.` },
    { when: (text) => !/^(?:100|[1-9]?\d)%$/.test(text), wrong: 'is no percentage', fix: 'write one such as "25%".' },
  ],
});
