import { isPlainObject } from '../checks/plain-object';
import { holdsSecret } from '../checks/secret-text';
import { hidden, shownValue } from '../differences/shown-value';
import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { described } from './described';
import type { Mismatch } from './outcome';

const longest = 400;

/** Of a manifest, or of a part of the Compose file as if it were one. */
export type Shown = Pick<Manifest, 'kind' | 'root'>;

/** Where a manifest differs from a pattern, line by line, the values of secrets hidden. */
export function shownMismatches(manifest: Shown, mismatches: readonly Mismatch[]): string {
  const first = mismatches.slice(0, 10).map((one) => shownMismatch(manifest, one));
  const more = mismatches.length > first.length ? [`  … and ${mismatches.length - first.length} more`] : [];
  return [...first, ...more].join('\n');
}

function shownMismatch(manifest: Shown, { path, expected, got }: Mismatch): string {
  const field = manifest.root.at(...path);
  const value = got === undefined ? undefined : field.exists ? visible(manifest, field) : inText(manifest, got);
  // Who expects a secret has written it down.
  const asked = value === hidden || (manifest.kind === 'Secret' && /^(data|stringData)/.test(String(path[0])));
  return [
    `  ${field.toString() || 'the whole object'}`,
    `    expected  ${asked ? hidden : cut(expected)}`,
    `    got       ${value === undefined ? 'nothing' : cut(described(value))}`,
  ].join('\n');
}

/** With the same eyes as the file of differences. */
export function visible(manifest: Shown, field: Field): unknown {
  const value = field.peek();
  if (Array.isArray(value)) return value.map((_, index) => visible(manifest, field.at(index)));
  if (!isPlainObject(value)) return namesObject(field) ? value : shownValue(manifest, field);
  return Object.fromEntries(Object.keys(value).map((key) => [key, visible(manifest, field.at(key))]));
}

/** Of a Secret, too, what it is may be said. */
function namesObject({ path }: Field): boolean {
  return path.length === 1 && ['apiVersion', 'kind'].includes(String(path[0]));
}

/** A part of what a text says as JSON or YAML. */
function inText({ kind }: Shown, value: unknown): unknown {
  return kind === 'Secret' || holdsSecret(JSON.stringify(value) ?? '') ? hidden : value;
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
