import type { IConstruct } from 'constructs';
import { Mismatched } from './mismatched';

/**
 * A construct of another app may have the path of one here, and would be taken for it. A folder knows no constructs: it
 * has no root.
 *
 * @throws Mismatched
 */
export function expectSameApp(
  root: IConstruct | undefined,
  ...asked: readonly (IConstruct | string | undefined)[]
): void {
  for (const one of asked) {
    if (typeof one !== 'object' || one.node.root === root) continue;
    const path = one.node.path || one.node.id;
    if (root) throw new Mismatched(`The construct ${path} is of another app than the one that is asked.`);
    throw new Mismatched(`A folder of manifests knows no construct ${path}: say the name.`);
  }
}
