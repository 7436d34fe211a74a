import { satisfying } from './check';
import { found } from './finding';
import type { Check, Finding } from './problem';
import { isLongText } from './text';

const keys = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/;
const values = /^(?:[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?)?$/;

const expected = 'letters, digits, "-", "_" and ".", at most 63 of them, with a letter or digit at both ends.';

/** A label as the API server takes it. One that is not there would leave a selector that selects every pod. */
export function label(key: string, value: unknown): readonly Finding[] {
  if (unwritable(key)) return unwritten;
  if (typeof value === 'string' && values.test(value) && keys.test(key)) return [];
  return found(value, 'is no label of Kubernetes', expected, 'correct the label.');
}

/** An annotation: named like a label, with any text. */
export function annotation(key: string, value: unknown): readonly Finding[] {
  const wrong = annotationName(key);
  return wrong.length > 0 ? wrong : isLongText(value);
}

/** The API server takes capitals in its prefix, too. */
export function annotationName(key: string): readonly Finding[] {
  if (unwritable(key)) return unwritten;
  if (keys.test(key.toLowerCase())) return [];
  const name = 'a name of letters, digits, "-", "_" and ".", which may have a prefix such as acme.com/.';
  return found(key, 'is no name of an annotation', name, 'correct the name.');
}

/** cdk8s asks every map for its constructor before it writes it, and takes this key for the answer. */
const unwritable = (key: string) => key === 'constructor';

export const unwritten: readonly Finding[] = [
  {
    prop: '',
    wrong: 'is a name that cdk8s cannot write',
    expected: 'any other name.',
    fix: 'give it a prefix, such as "acme.com/constructor".',
  },
];

/** The name of a label by itself, and a value. */
export const labelName: Check = satisfying(
  (value) => typeof value === 'string' && keys.test(value),
  'is no name of a label',
  expected,
  'correct the name.',
);

export const labelValue: Check = satisfying(
  (value) => typeof value === 'string' && values.test(value),
  'is no value of a label',
  expected,
  'correct the value.',
);
