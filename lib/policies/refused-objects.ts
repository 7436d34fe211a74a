import type { Problem } from '../checks/problem';
import type { Manifest } from '../manifests/manifest';
import type { Workload } from '../workloads/workload';
import { absentKeys } from './absent-keys';
import { contradictions } from './contradictions';
import { exitsOfNobody } from './exits-of-nobody';
import { wrongModes } from './file-modes';
import { misshapenObjects } from './kind-shapes';
import { longSleeps } from './long-sleeps';
import { looseParts } from './loose-parts';
import { wrongNames, wrongNamesInPod } from './names';
import { wrongPlaces } from './pod-places';
import { podSpecs } from './pod-specs';
import { wrongPorts } from './probe-ports';
import { tooMuchToStart } from './process-limits';
import { largeTemplates, tooLarge } from './sizes';

/** What no API server takes of an object, whoever made it, or no node starts. */
export function refusedObjects(manifests: readonly Manifest[], workloads: readonly Workload[]): readonly Problem[] {
  const ofPods = [
    wrongNamesInPod,
    looseParts,
    wrongPlaces,
    contradictions,
    exitsOfNobody,
    longSleeps,
    wrongModes,
    wrongPorts,
    largeTemplates,
    absentKeys(manifests),
  ];
  return [
    ...misshapenObjects(manifests),
    ...manifests.flatMap(wrongNames),
    ...manifests.flatMap(tooLarge),
    ...podSpecs(manifests).flatMap((pod) => ofPods.flatMap((problems) => problems(pod))),
    ...workloads.flatMap(tooMuchToStart),
  ];
}
