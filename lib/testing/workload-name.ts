import type { IConstruct } from 'constructs';
import { nearest } from '../checks/nearest';
import { listed } from './failure';
import { Mismatched } from './mismatched';

/** Whatever has a pod, as a manifest or as read. */
export interface Named {
  readonly construct: string;
  readonly namespace: string;
  readonly name: string;
}

/** Those of a construct and of all in it, or of a name: `api`, and `orders/api` where two namespaces have one. */
export function workloadsNamed<T extends Named>(all: readonly T[], asked: IConstruct | string): readonly T[] {
  if (typeof asked === 'object') return all.filter(({ construct }) => isIn(construct, asked.node.path));
  return all.filter(({ namespace, name }) => asked === name || asked === `${namespace}/${name}`);
}

function isIn(construct: string, path: string): boolean {
  return path === '' || construct === path || construct.startsWith(`${path}/`);
}

export function askedText(asked: IConstruct | string): string {
  return typeof asked === 'object' ? asked.node.path || 'the app' : asked;
}

/**
 * The only one.
 *
 * @throws Mismatched when there is none, or more than one
 */
export function workloadNamed<T extends Named>(all: readonly T[], asked: IConstruct | string): T {
  const [found, ...more] = workloadsNamed(all, asked);
  if (found && more.length === 0) return found;
  const names = (some: readonly T[]) =>
    listed(some.map(({ namespace, name }) => (namespace ? `${namespace}/${name}` : name)));
  const text = askedText(asked);
  if (found) throw new Mismatched(`${text} has ${more.length + 1} workloads: ${names([found, ...more])}. Say which.`);
  const meant = nearest(
    text,
    all.map(({ name }) => name),
  );
  throw new Mismatched(
    `There is no workload ${text}.${meant ? ` Did you mean ${meant}?` : ''} There are: ${names(all)}.`,
  );
}

/** One for each owner of pods, where a laptop runs its pods one by one. */
export function owners<T extends { readonly field: unknown }>(workloads: readonly T[]): readonly T[] {
  return [...new Map(workloads.map((workload) => [workload.field, workload])).values()];
}
