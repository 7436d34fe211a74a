import { nearest } from './nearest';
import { isPlainObject } from './plain-object';
import type { Finding } from './problem';
import { isSecretName } from './secret-text';
import type { Fields, Shape, Word } from './shape-of';

/** What is wrong with a place in an object of Kubernetes. */
export interface ShapeFault extends Omit<Finding, 'prop'> {
  readonly path: readonly (string | number)[];
  /** What is wrong: the name of a field, the word in it, or the shape of what is there. */
  readonly fault: 'name' | 'word' | 'shape';
}

/**
 * Where a value has another shape than its kind, and fields and words that are misspelt. What is like nothing known
 * may be younger than cdk8s-plus-28, and is none of these.
 */
export function shapeFaults(value: unknown, shape: Shape): readonly ShapeFault[] {
  if (value === undefined || value === null) return none;
  if (shape.is === 'word') return faultsOfWord(value, shape);
  if (shape.is === 'list') return Array.isArray(value) ? faultsOfList(value, shape.of) : [misshapen(value, 'a list.')];
  if (!isPlainObject(value)) return [misshapen(value, 'a map.')];
  return shape.is === 'fields' ? faultsOfFields(value, shape.fields) : none;
}

const none: readonly ShapeFault[] = [];

function faultsOfList(list: readonly unknown[], shape: Shape): readonly ShapeFault[] {
  // Nearly all that an app says is right: no list is made for each place.
  let faults = none;
  for (let index = 0; index < list.length; index++) {
    const found = shapeFaults(list[index], shape);
    if (found.length > 0) faults = [...faults, ...below(index, found)];
  }
  return faults;
}

function faultsOfFields(value: Readonly<Record<string, unknown>>, fields: Fields): readonly ShapeFault[] {
  let faults = none;
  for (const name in value) {
    const shape = fields.get(name);
    const found = shape ? shapeFaults(value[name], shape) : strange(name, value[name], fields);
    if (found.length > 0) faults = [...faults, ...below(name, found)];
  }
  return faults;
}

function below(key: string | number, faults: readonly ShapeFault[]): readonly ShapeFault[] {
  return faults.map((fault) => ({ ...fault, path: [key, ...fault.path] }));
}

/** Younger than the classes, and yet like a field of theirs. */
const younger = ['forNodes'];

function strange(name: string, value: unknown, fields: Fields): readonly ShapeFault[] {
  const meant =
    value === undefined || value === null || younger.includes(name) ? undefined : nearest(name, [...fields.keys()]);
  if (meant === undefined) return none;
  const wrong = 'is no field of Kubernetes';
  const fault: ShapeFault = { path: [], fault: 'name', wrong, expected: `${meant}.`, fix: `write ${meant}.` };
  return [isSecretName(name) ? fault : { ...fault, got: value }];
}

function faultsOfWord(value: unknown, { type, words, isAnything }: Word): readonly ShapeFault[] {
  if (typeof value === 'object' && (Array.isArray(value) || isPlainObject(value))) {
    return isAnything ? none : [misshapen(value, 'text, a number, or true or false.')];
  }
  if (type !== undefined) return typeof value === type ? none : [anotherType(value, type)];
  return typeof value === 'string' && words.length > 0 ? misspeltWord(value, words) : none;
}

function anotherType(value: unknown, type: 'boolean' | 'number'): ShapeFault {
  const expected = type === 'number' ? 'a number.' : 'true or false.';
  const bare = type === 'number' ? /^-?\d{1,15}$/ : /^(?:true|false)$/;
  const fix = bare.test(String(value)) ? `write ${value} without quotes.` : 'correct it.';
  return { path: [], fault: 'word', wrong: 'has another type than Kubernetes asks for', got: value, expected, fix };
}

function misspeltWord(value: string, words: readonly string[]): readonly ShapeFault[] {
  const meant = words.includes(value) ? undefined : nearest(value, words);
  if (meant === undefined) return none;
  const wrong = 'is none of what it may be';
  return [
    { path: [], fault: 'word', wrong, got: value, expected: `one of ${words.join(', ')}.`, fix: `write ${meant}.` },
  ];
}

/** As a manifest that cannot be read is told. */
function misshapen(got: unknown, expected: string): ShapeFault {
  const wrong = 'has another shape than its kind';
  return { path: [], fault: 'shape', wrong, got, expected, fix: 'correct the manifest.' };
}
