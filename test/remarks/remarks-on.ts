import type { Chart } from 'cdk8s';
import { objectRemarks } from '../../lib/remarks/object-remarks';
import { readManifests } from '../../lib/workloads/read-manifests';
import { synthesized } from '../synthesis';
import { type KubeObject, manifestsOf } from '../workloads/manifests';

/** What the summary says of objects of a stranger, in charts of the namespace `orders`. */
export function remarksOn(...objects: readonly KubeObject[]): readonly string[] {
  const manifests = manifestsOf(...objects);
  return objectRemarks(manifests, readManifests(manifests, []), 'dist');
}

/** The same of constructs. */
export function remarksOf(define: (chart: Chart) => void): readonly string[] {
  const { manifests, reading } = synthesized(define);
  return objectRemarks(manifests, reading, 'dist');
}
