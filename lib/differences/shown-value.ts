import { holdsSecret, isSecretName } from '../checks/secret-text';
import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';

/** What stands in place of a value that is a secret, or looks like one. */
export const hidden = '(hidden)';

type OfKind = Pick<Manifest, 'kind'>;

/** The value of a field as everybody may read it: a file of differences is committed. */
export function shownValue(manifest: OfKind, field: Field): unknown {
  const value = field.peek();
  if (typeof value === 'string') return shownText(manifest, field, value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return field.peekItems().map((item) => shownValue(manifest, item));
  return Object.fromEntries(Object.keys(value).map((key) => [key, shownValue(manifest, field.at(key))]));
}

function shownText({ kind }: OfKind, field: Field, value: string): string {
  return (kind === 'Secret' && isOfSecret(field)) || isNamedSecret(field) || holdsSecret(value) ? hidden : value;
}

/** All of a Secret but what names it: its annotations may repeat its data. */
function isOfSecret({ path: [first, second] }: Field): boolean {
  return first !== 'type' && !(first === 'metadata' && second !== 'annotations');
}

/** By its own key, by the name beside it (`{name: DB_PASSWORD, value: …}`), or by the flag before it (`--password`). */
function isNamedSecret({ key, around }: Field): boolean {
  if (typeof key === 'string') return isSecretName(key) || (key === 'value' && isSecret(around.at('name').peek()));
  const before: unknown = around.at(key - 1).peek();
  return isSecret(nameOf(around)) || (String(before).startsWith('-') && isSecret(before));
}

/** Of a list, or of the list that it is in. */
function nameOf({ key, around }: Field): unknown {
  return typeof key === 'string' ? key : nameOf(around);
}

function isSecret(name: unknown): boolean {
  return typeof name === 'string' && isSecretName(name);
}
