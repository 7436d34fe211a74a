import type { Problem } from './checks/problem';
import type { Field } from './manifests/field';
import type { Manifest } from './manifests/manifest';

/** The texts and keys of manifests that nobody could read again. Without their values: one may be a secret. */
export function halfCharacters(manifests: readonly Manifest[]): readonly Problem[] {
  return manifests
    .filter(({ object }) => holdsHalf(object))
    .flatMap(({ root }) => root.leaves().filter(isHalf).map(problemOf));
}

/** A look at the bare values: an app has a hundred thousand leaves, and hardly ever a half one. */
function holdsHalf(value: unknown): boolean {
  if (typeof value === 'string') return isCut(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsHalf);
  for (const key in value) if (isCut(key) || holdsHalf(Reflect.get(value, key))) return true;
  return false;
}

/** Whether it has a lone surrogate: no file can hold it, and kubectl and Compose refuse its escape. */
function isCut(text: string): boolean {
  return !text.isWellFormed();
}

function isHalf(leaf: Field): boolean {
  const value = leaf.peek();
  return (typeof value === 'string' && isCut(value)) || isCut(leaf.toString());
}

function problemOf(leaf: Field): Problem {
  return {
    construct: leaf.construct,
    prop: leaf.toString().replace(/\p{Cs}/gu, '?'),
    wrong: 'holds half of a character (a lone surrogate), which no encoding can write',
    expected: 'whole characters.',
    fix: 'write the whole character: a text was cut in two somewhere.',
  };
}
