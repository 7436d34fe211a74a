import type { Problem } from '../checks/problem';
import type { Manifest } from '../manifests/manifest';

/** Objects in an object: cdk8s gives them no namespace, and nobody here reads them. */
export function folded({ construct, apiVersion, kind }: Manifest): readonly Problem[] {
  if (kind !== 'List' || apiVersion !== 'v1') return [];
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
