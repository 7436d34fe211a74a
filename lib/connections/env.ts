import type { k8s } from 'cdk8s-plus-28';
import { isReference, type Reference, type SecretPiece } from './reference';

/** A variable's value: text as it is, a reference, or an EnvValue of any cdk8s-plus line. */
export type EnvValue = string | Reference | EnvValueLike;

/** The shape of cdk8s-plus' EnvValue. */
export interface EnvValueLike {
  readonly value?: unknown;
  readonly valueFrom?: unknown;
}

export type Env = Readonly<Record<string, EnvValue>>;

/** Container variables in the order given; a reference's secrets come before the text that is made of them. */
export function envVars(env: Env): k8s.EnvVar[] {
  return Object.entries(env).flatMap(([name, value]) => variablesOf(name, value));
}

export function referencesIn(env: Env): readonly Reference[] {
  return Object.values(env).filter(isReference);
}

function variablesOf(name: string, value: EnvValue): readonly k8s.EnvVar[] {
  if (typeof value === 'string') return [{ name, value: literal(value) }];
  if (!isReference(value)) return [{ name, ...(value as Partial<k8s.EnvVar>) }];
  const [only, ...more] = value.pieces;
  if (typeof only === 'object' && more.length === 0) return [secretVariable(name, only)];
  const text = value.pieces.map((piece) => (typeof piece === 'string' ? literal(piece) : `$(${helper(name, piece)})`));
  const secrets = value.pieces.filter((piece): piece is SecretPiece => typeof piece !== 'string');
  return [...secrets.map((secret) => secretVariable(helper(name, secret), secret)), { name, value: text.join('') }];
}

function helper(name: string, { called }: SecretPiece): string {
  return `${name}_${called}`;
}

function secretVariable(name: string, { secretName, key }: SecretPiece): k8s.EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secretName, key } } };
}

/**
 * Kubernetes reads `$(` as a reference and `$$` as `$`, breaks a letter beyond ASCII after a `$`, and what follows this
 * text is not known: only before a plain name or a brace is a `$` left single, so that the text arrives as written.
 */
export function literal(text: string): string {
  return text.replace(/\$(?![\w{])/g, '$$$$');
}
