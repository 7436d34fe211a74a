import { holdsSecret, isSecretName } from '../checks/secret-text';
import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';

/** What stands in place of a value that is a secret, or looks like one. */
export const hidden = '(hidden)';

/** The value of a field as everybody may read it: a file of differences is committed. */
export function shownValue({ kind }: Pick<Manifest, 'kind'>, field: Field): unknown {
  const value = field.peek();
  if (typeof value !== 'string') return value;
  const { path } = field;
  return ofSecret(kind, path) || isNamedSecret(field, path) || holdsSecret(value) ? hidden : value;
}

/** All of a Secret but what names it: its annotations may repeat its data. */
function ofSecret(kind: string, path: Field['path']): boolean {
  const [first, second] = path;
  return kind === 'Secret' && first !== 'type' && !(first === 'metadata' && second !== 'annotations');
}

/** By its own key, by the name beside it (`{name: DB_PASSWORD, value: …}`), or by the flag before it (`--password`). */
function isNamedSecret({ around }: Field, path: Field['path']): boolean {
  const key = path.at(-1);
  const before = typeof key === 'number' ? around.at(key - 1).peek() : undefined;
  const names = [
    path.findLast((part) => typeof part === 'string'),
    key === 'value' ? around.at('name').peek() : undefined,
    typeof before === 'string' && before.startsWith('-') ? before : undefined,
  ];
  return names.some((name) => typeof name === 'string' && isSecretName(name));
}
