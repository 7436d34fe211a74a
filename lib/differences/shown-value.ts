import { holdsSecret, isSecretName } from '../checks/secret-text';
import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import type { Key, Place } from '../manifests/place';
import { keysOf } from '../manifests/values';
import { remembered } from '../units/remembered';

/** What stands in place of a value that is a secret, or looks like one. */
export const hidden = '(hidden)';

/** The value of a field as everybody may read it: a file of differences is committed. */
export function shownValue({ kind }: Pick<Manifest, 'kind'>, field: Field): unknown {
  return shown(kind, { place: field.place, value: field.peek(), around: field.around.peek() });
}

interface Said {
  readonly place: Place;
  readonly value: unknown;
  /** The list or map that it is in. */
  readonly around: unknown;
}

function shown(kind: string, said: Said): unknown {
  const { place, value } = said;
  if (typeof value === 'string') return isHidden(kind, place, value, said.around) ? hidden : value;
  return typeof value === 'object' && value !== null ? withoutSecrets(kind, place, value) : value;
}

/** Most lists and maps hold none, and are shown as they are. */
function withoutSecrets(kind: string, place: Place, whole: object): object {
  let copy: Record<Key, unknown> | undefined;
  for (const key of keysOf(whole)) {
    const value: unknown = Reflect.get(whole, key);
    const seen = shown(kind, { place: place.at(key), value, around: whole });
    if (seen === value) continue;
    copy ??= (Array.isArray(whole) ? [...whole] : { ...whole }) as Record<Key, unknown>;
    copy[key] = seen;
  }
  return copy ?? whole;
}

function isHidden(kind: string, place: Place, text: string, around: unknown): boolean {
  return (kind === 'Secret' && isOfSecret(place)) || isNamedSecret(place, around) || holdsSecret(text);
}

/** All of a Secret but what names it: its annotations may repeat its data. */
function isOfSecret({ path: [first, second] }: Place): boolean {
  return first !== 'type' && !(first === 'metadata' && second !== 'annotations');
}

/** By its own key, by the name beside it (`{name: DB_PASSWORD, value: …}`), or by the flag before it (`--password`). */
function isNamedSecret(place: Place, around: unknown): boolean {
  const { key } = place;
  if (typeof key === 'string') return isSecret(key) || (key === 'value' && isSecret(Object(around).name));
  const before: unknown = Object(around)[key - 1];
  return isSecret(nameOf(place)) || (String(before).startsWith('-') && isSecret(before));
}

/** Of a list, or of the list that it is in. */
function nameOf({ key, around }: Place): unknown {
  return typeof key === 'string' || !around ? key : nameOf(around);
}

const isSecretKey = remembered(isSecretName);

function isSecret(name: unknown): boolean {
  return typeof name === 'string' && isSecretKey(name);
}
