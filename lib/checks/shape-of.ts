import { wordsOf } from './enumerations';
import { typeOf } from './word-types';

/** What Kubernetes has in a place, as far as cdk8s-plus' typed classes tell: a map is one of names that its author chooses. */
export type Shape =
  | Word
  | { readonly is: 'map' }
  | { readonly is: 'list'; readonly of: Shape }
  | { readonly is: 'fields'; readonly fields: Fields };

export type Fields = ReadonlyMap<string, Shape>;

/** Text, a number, or true or false. */
export interface Word {
  readonly is: 'word';
  /** Undefined for text, and where it is not known here. */
  readonly type: 'boolean' | 'number' | undefined;
  /** What it may be; none where Kubernetes has no words for it. */
  readonly words: readonly string[];
  /** What may be any value has no shape. */
  readonly isAnything: boolean;
}

/**
 * Learnt from the function that writes it: given something that has every field, it says all of them. A kind that may
 * hold its like, such as a schema, has no end, and is not to be asked for.
 */
export function shapeOf(write: (given: never) => unknown): Shape {
  return said(write(everything as never), '', '');
}

export function wordOf(key: string, above = ''): Word {
  return { is: 'word', type: typeOf(key), words: wordsOf(above, key), isAnything: anything.includes(key) };
}

const anything = ['data', 'fieldsV1'];

/** Has each field, is a list of one, a map of nothing, and can be called. */
const everything: unknown = new Proxy(() => {}, {
  get: (_, key) => (key === 'map' ? (write: (given: unknown) => unknown) => [write(everything)] : everything),
  apply: () => everything,
  ownKeys: () => [],
});

function said(written: unknown, key: string, above: string): Shape {
  if (typeof written !== 'object' || written === null) return wordOf(key, above);
  if (Array.isArray(written)) return { is: 'list', of: said(written[0], key, above) };
  const fields = Object.entries(written).map(([name, value]) => [name, said(value, name, key)] as const);
  return fields.length === 0 ? { is: 'map' } : { is: 'fields', fields: new Map(fields) };
}
