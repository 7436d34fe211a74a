import { satisfying } from '../checks/check';
import type { Check } from '../checks/problem';
import type { Place } from './places';
import { ofType } from './secret-types';
import { keyed } from './value-checks';

const key: Check = satisfying(
  (value) => typeof value === 'string' && /^(?!\.\.?$)(?!\.\.)[-._a-zA-Z0-9]{1,253}$/.test(value),
  'is no key of a ConfigMap or a Secret',
  'letters, digits, "-", "_" and ".".',
  'correct the key.',
);
const text: Check = satisfying((value) => typeof value === 'string', 'is no text', 'text.', 'write it in quotes.');
const encoded: Check = satisfying(
  (value) => typeof value === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(value.replace(/[\r\n]/g, '')),
  'is not encoded in base64',
  'base64.',
  'encode it, or write it as text.',
);
const named = (check: Check) => keyed((name, value) => [...key(name), ...check(value)]);

export const configMap: readonly Place[] = [
  ['data', named(text)],
  ['binaryData', named(encoded)],
];

export const secret: readonly Place[] = [
  ['', ofType],
  ['stringData', named(text)],
  ['data', named(encoded)],
];
