import type { Problem } from '../checks/problem';
import type { Manifest } from '../manifests/manifest';
import type { Workload } from '../workloads/workload';
import { absentKeys } from './absent-keys';
import { exitsOfNobody } from './exits-of-nobody';
import { wrongModes } from './file-modes';
import { looseParts } from './loose-parts';
import { podSpecs } from './pod-specs';
import { tooMuchToStart } from './process-limits';
import { largeTemplates, tooLarge } from './sizes';

/** What no API server takes of an object, whoever made it, or no node starts. */
export function refusedObjects(manifests: readonly Manifest[], workloads: readonly Workload[]): readonly Problem[] {
  const ofPods = [looseParts, exitsOfNobody, wrongModes, largeTemplates, absentKeys(manifests)];
  return [
    ...manifests.flatMap(tooLarge),
    ...podSpecs(manifests).flatMap((pod) => ofPods.flatMap((problems) => problems(pod))),
    ...workloads.flatMap(tooMuchToStart),
  ];
}
