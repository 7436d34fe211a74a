import { satisfying } from '../checks/check';
import type { Check } from '../checks/problem';
import type { Place } from './places';
import { ofType } from './secret-types';
import { keyed, text } from './value-checks';

const key: Check = satisfying(
  (value) => typeof value === 'string' && /^(?!\.\.?$)(?!\.\.)[-._a-zA-Z0-9]{1,253}$/.test(value),
  'is no key of a ConfigMap or a Secret',
  'letters, digits, "-", "_" and ".".',
  'correct the key.',
);
/** Bytes may be a list of numbers, too. */
const encoded: Check = satisfying(
  (value) =>
    Array.isArray(value) || (typeof value === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(value.replace(/[\r\n]/g, ''))),
  'is not encoded in base64',
  'base64.',
  'encode it, or write it as text.',
);
const named = (check: Check) => keyed((name, value) => [...key(name), ...check(value)]);

/** Told by the key alone. */
const inBoth: Check = (configMap) => {
  const { data, binaryData } = Object(configMap);
  return Object.keys(Object(data))
    .filter((name) => Object.hasOwn(Object(binaryData), name))
    .map((name) => ({
      prop: 'data',
      wrong: 'has a key that binaryData has, too',
      got: name,
      expected: 'each key once.',
      fix: 'leave it out of one of the two.',
    }));
};

export const configMap: readonly Place[] = [
  ['', inBoth],
  ['data', named(text)],
  ['binaryData', named(encoded)],
];

export const secret: readonly Place[] = [
  ['', ofType],
  ['stringData', named(text)],
  ['data', named(encoded)],
];
