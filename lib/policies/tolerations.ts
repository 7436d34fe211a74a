import { oneOf, satisfying } from '../checks/check';
import { labelName, labelValue } from '../checks/label';
import { orEmpty } from './or-nothing';
import type { Place } from './places';
import { telling } from './value-checks';

/** What a pod bears, as the API server takes it; of ours the prop asks for more sense. */
export const tolerations: readonly Place[] = [
  ['tolerations/*/key', orEmpty(labelName)],
  // Lt and Gt are younger: a cluster takes them where their gate is open.
  ['tolerations/*/operator', orEmpty(oneOf('Exists', 'Equal', 'Lt', 'Gt'))],
  ['tolerations/*/value', labelValue],
  ['tolerations/*/effect', orEmpty(oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute'))],
  [
    'tolerations/*/tolerationSeconds',
    // Those below zero are over at once.
    satisfying(Number.isInteger, 'is not a whole number', 'seconds.', 'write a number such as 300.'),
  ],
  [
    'tolerations/*',
    telling(
      // Another operator is told by itself, and so is another effect below.
      ({ key, operator }) => Boolean(key) || !['', 'Equal', 'Lt', 'Gt'].includes(said(operator)),
      'names no taint',
      "a key, or operator: 'Exists' for every taint.",
      'write one of them.',
    ),
  ],
  [
    'tolerations/*',
    telling(
      ({ operator, value }) => operator !== 'Exists' || !value,
      'asks for a value and for any',
      "a value beside operator: 'Equal' alone.",
      'leave the value out.',
    ),
  ],
  [
    'tolerations/*',
    telling(
      ({ effect, tolerationSeconds }) =>
        tolerationSeconds == null || !['', 'NoSchedule', 'PreferNoSchedule'].includes(said(effect)),
      'has seconds for an effect that ends no pod',
      "tolerationSeconds beside effect: 'NoExecute' alone.",
      'leave the seconds out.',
    ),
  ],
];

function said(word: unknown): string {
  return String(word ?? '');
}
