import type { Problem } from './checks/problem';
import type { Field } from './manifests/field';
import type { Manifest } from './manifests/manifest';

/** A lone surrogate: no file can hold it, and kubectl and Compose refuse its escape. */
const half = /\p{Cs}/u;

/** The texts and keys of manifests that nobody could read again. Without their values: one may be a secret. */
export function halfCharacters(manifests: readonly Manifest[]): readonly Problem[] {
  return manifests
    .filter(({ object }) => holdsHalf(object))
    .flatMap(({ root }) => root.leaves().filter(isHalf).map(problemOf));
}

/** A look at the bare values: an app has a hundred thousand leaves, and hardly ever a half one. */
function holdsHalf(value: unknown): boolean {
  if (typeof value === 'string') return half.test(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsHalf);
  return Object.entries(value).some(([key, entry]) => half.test(key) || holdsHalf(entry));
}

function isHalf(leaf: Field): boolean {
  const value = leaf.peek();
  return (typeof value === 'string' && half.test(value)) || half.test(leaf.toString());
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
