import { Construct, type IConstruct } from 'constructs';
import { nearest } from '../checks/nearest';
import { isPlainObject } from '../checks/plain-object';
import { shown } from '../checks/shown';
import type { Manifest } from '../manifests/manifest';
import { Mismatched } from './mismatched';

/** Which of the objects are meant: all of what is given must hold. */
export interface Where {
  readonly name?: string;
  readonly namespace?: string;
  /** Of a construct, and of all in it: itself, or its path such as `orders/api`. */
  readonly construct?: IConstruct | string;
}

/**
 * What says nothing would mean every object, and what no object can be means none: neither is an answer.
 *
 * @throws Mismatched of another key than these, and of a value that is no name
 */
export function refuseUnclear(where: Where): void {
  if (!isPlainObject(where))
    throw new Mismatched(
      `Which objects are meant is said by ${anyOf}, such as { name: 'api' }, and not by ${shown(where)}.`,
    );
  for (const [key, value] of Object.entries(where)) {
    const meant = nearest(key, keys);
    const hint = meant ? ` Did you mean ${meant}?` : '';
    if (!keys.includes(key)) throw new Mismatched(`Objects are found by ${anyOf}, not by ${key}.${hint}`);
    const fits = typeof value === 'string' || (key === 'construct' && Construct.isConstruct(value));
    if (value !== undefined && !fits)
      throw new Mismatched(
        `The ${key} by which objects are found is no text${key === 'construct' ? ' and no construct' : ''}, but ${shown(value)}.`,
      );
  }
}

const keys: readonly string[] = ['name', 'namespace', 'construct'] satisfies readonly (keyof Where)[];
const anyOf = 'name, namespace and construct';

export function isThere({ name, namespace, construct }: Where): (manifest: Manifest) => boolean {
  const path = typeof construct === 'object' ? construct.node.path : construct;
  return (manifest) =>
    (name === undefined || manifest.name === name) &&
    (namespace === undefined || manifest.namespace === namespace) &&
    (path === undefined || manifest.construct === path || manifest.construct.startsWith(`${path}/`));
}

/** A kind with or without its group and version. */
export function isOf(kind: string): (manifest: Manifest) => boolean {
  return (manifest) => kind === (kind.includes('/') ? `${manifest.apiVersion}/${manifest.kind}` : manifest.kind);
}

/** ` api in namespace orders`, for a message. */
export function whereText({ name, namespace, construct }: Where): string {
  const path = typeof construct === 'object' ? construct.node.path : construct;
  return [
    name === undefined ? '' : ` ${name}`,
    namespace === undefined ? '' : ` in namespace ${namespace}`,
    path === undefined ? '' : ` of the construct ${path}`,
  ].join('');
}

export function nameOf({ namespace, name }: Manifest): string {
  return namespace === '' ? name : `${namespace}/${name}`;
}
