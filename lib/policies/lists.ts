import type { Problem } from '../checks/problem';
import type { Manifest } from '../manifests/manifest';
import { isOfKubernetes } from './kind-shapes';

/** Objects in an object: cdk8s gives them no namespace, and nobody here reads them. */
export function folded(manifest: Manifest): readonly Problem[] {
  const { construct, apiVersion, kind } = manifest;
  if (!kind.endsWith('List')) return [];
  if (`${apiVersion}/${kind}` !== 'v1/List' && !isOfKubernetes(manifest)) return [];
  return [
    {
      construct,
      prop: 'kind',
      wrong: 'holds other objects, which would be in no namespace of the chart and not on the laptop',
      got: kind,
      expected: 'each object by itself.',
      fix: 'write the items as documents of their own, with --- between them.',
    },
  ];
}
