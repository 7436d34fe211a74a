import type { IConstruct } from 'constructs';
import type { Manifest } from '../manifests/manifest';

/** Which of the objects are meant: all of what is given must hold. */
export interface Where {
  readonly name?: string;
  readonly namespace?: string;
  /** Of a construct, and of all in it: itself, or its path such as `orders/api`. */
  readonly construct?: IConstruct | string;
}

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
