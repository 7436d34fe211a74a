import type { Manifest } from '../manifests/manifest';
import { podSpecs } from '../policies/pod-specs';
import type { Reading } from '../workloads/read-manifests';
import { absentObjects } from './absent-objects';
import { backendRemarks } from './backends';
import { hostRemarks } from './host-names';
import { ingressRemarks } from './ingresses';
import { probedPorts } from './probed-ports';
import { selectorRemarks } from './selectors';
import { sizeRemarks } from './sizes';
import { variableRemarks } from './variables';

/** What is odd about objects, and may be right: those who know the cluster know it. */
export function objectRemarks(manifests: readonly Manifest[], reading: Reading, outdir: string): readonly string[] {
  const pods = podSpecs(manifests);
  return [
    ...ingressRemarks(manifests),
    ...backendRemarks(manifests),
    ...selectorRemarks(manifests, reading.workloads),
    ...hostRemarks(reading),
    ...absentObjects(manifests, pods),
    ...pods.flatMap(variableRemarks),
    ...pods.flatMap(probedPorts),
    ...sizeRemarks(manifests, outdir),
  ];
}
