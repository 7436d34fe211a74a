import { isLonger } from '../manifests/bytes-in';
import type { Manifest } from '../manifests/manifest';

/** `kubectl apply` keeps a copy of an object in an annotation of it, which has room for so much. */
const mostOfCopy = 256 * 1024;

const large = ['ConfigMap', 'CustomResourceDefinition', 'Secret'];

export function sizeRemarks(manifests: readonly Manifest[], outdir: string): readonly string[] {
  return manifests
    .filter(({ kind }) => large.includes(kind))
    .filter(({ object }) => isLonger(object, mostOfCopy / 2) && JSON.stringify(object).length > mostOfCopy)
    .map(
      ({ kind, namespace, name }) =>
        `Size: the ${kind} ${namespace}/${name} is too large for the copy that kubectl apply keeps: kubectl apply --server-side -f ${outdir}/`,
    );
}
