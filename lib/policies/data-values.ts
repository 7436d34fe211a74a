import { satisfying } from '../checks/check';
import type { Check } from '../checks/problem';
import type { Place } from './places';
import { entries } from './value-checks';

const key: Check = satisfying(
  (value) => typeof value === 'string' && /^(?!\.\.?$)(?!\.\.)[-._a-zA-Z0-9]{1,253}$/.test(value),
  'is no key of a ConfigMap or a Secret',
  'letters, digits, "-", "_" and ".".',
  'correct the key.',
);
const text: Check = satisfying((value) => typeof value === 'string', 'is no text', 'text.', 'write it in quotes.');
const encoded: Check = satisfying(
  (value) => typeof value === 'string' && /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(value),
  'is not encoded in base64',
  'base64.',
  'encode it, or write it as text.',
);
/** Told by its key alone: a value may be a secret. */
function keyed(check: Check): Check {
  return (data) =>
    entries((name, value) => [...key(name), ...check(value)])(data).map(({ got, ...finding }) => ({
      ...finding,
      got: Object.keys(Object(got))[0],
    }));
}

export const configMap: readonly Place[] = [
  ['data', keyed(text)],
  ['binaryData', keyed(encoded)],
];

export const secret: readonly Place[] = [
  ['stringData', keyed(text)],
  ['data', keyed(encoded)],
];
