import { found } from './finding';
import type { Finding } from './problem';
import { isText } from './text';

const labelKey = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/;
const labelValue = /^(?:[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?)?$/;

/** A label as the API server takes it. One that is not there would leave a selector that selects every pod. */
export function label(key: string, value: unknown): readonly Finding[] {
  if (typeof value === 'string' && labelValue.test(value) && labelKey.test(key)) return [];
  const expected = 'letters, digits, "-", "_" and ".", at most 63 of them, with a letter or digit at both ends.';
  return found(value, 'is no label of Kubernetes', expected, 'correct the label.');
}

/** An annotation: named like a label, with any text. */
export function annotation(key: string, value: unknown): readonly Finding[] {
  if (labelKey.test(key)) return isText(value);
  const expected = 'a name of letters, digits, "-", "_" and ".", which may have a prefix such as acme.com/.';
  return found(key, 'is no name of an annotation', expected, 'correct the name.');
}
