import { freelyKeyed, spellings } from './spellings';

/**
 * What typed props say, as JSON: names as Kubernetes spells them and in order, whatever CDK8S_DISABLE_SORT says, lazy
 * values by now, numbers and texts in place of their classes, and nothing of what is not there.
 *
 * @throws Error at an object that is nothing of these
 */
export function said(value: unknown, isFree = false): unknown {
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  if (Array.isArray(value)) return value.map((item) => said(item));
  if (isMap(value)) return mapOf(value, isFree);
  return said(meantBy(value), isFree);
}

function mapOf(map: Record<string, unknown>, isFree: boolean): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const key of inOrder(Object.keys(map))) {
    const item = said(map[key], freelyKeyed.has(key));
    if (item !== undefined) result[isFree ? key : (spellings.get(key) ?? key)] = item;
  }
  return result;
}

/** Many are in order as they are written, or have one key alone. */
function inOrder(keys: string[]): readonly string[] {
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key) ? keys : keys.sort();
}

/** Of a class: a value that comes late, or a number or a text that may be either. */
function meantBy(value: object): unknown {
  const { produce, resolve, value: scalar } = value as Readonly<Record<string, unknown>>;
  if (typeof produce === 'function') return produce.call(value);
  if (typeof resolve === 'function') return resolve.call(value);
  if (typeof scalar === 'number' || typeof scalar === 'string') return scalar;
  throw new Error(`can't render non-simple object of type '${value.constructor.name}'`);
}

function isMap(value: object): value is Record<string, unknown> {
  const prototype = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === null || prototype.constructor.name === 'Object';
  return isPlain && typeof (value as { readonly resolve?: unknown }).resolve !== 'function';
}
