import type { Problem } from '../checks/problem';
import type { Manifest } from '../manifests/manifest';
import type { Workload } from '../workloads/workload';
import { absentKeys } from './absent-keys';
import { wrongAmounts } from './amounts';
import { contradictions } from './contradictions';
import { exitsOfNobody } from './exits-of-nobody';
import { wrongModes } from './file-modes';
import { clashingPaths } from './file-paths';
import { goneVersions } from './gone-versions';
import { misshapenObjects } from './kind-shapes';
import { folded } from './lists';
import { longSleeps } from './long-sleeps';
import { looseParts } from './loose-parts';
import { wrongNames, wrongNamesInPod } from './names';
import { wrongObjectValues } from './object-values';
import { smallPods } from './pod-amounts';
import { wrongPlaces } from './pod-places';
import { podSpecs } from './pod-specs';
import { lacking } from './pod-wide';
import { wrongPorts } from './probe-ports';
import { tooMuchToStart } from './process-limits';
import { largeTemplates, tooLarge } from './sizes';

/** What no API server takes of an object, whoever made it, or no node starts. */
export function refusedObjects(manifests: readonly Manifest[], workloads: readonly Workload[]): readonly Problem[] {
  const ofPods = [
    wrongNamesInPod,
    looseParts,
    wrongPlaces,
    lacking,
    contradictions,
    exitsOfNobody,
    longSleeps,
    wrongAmounts,
    smallPods,
    wrongModes,
    clashingPaths,
    wrongPorts,
    largeTemplates,
    absentKeys(manifests),
  ];
  const misshapen = misshapenObjects(manifests);
  const told = new Set(misshapen.map(placeOf));
  return [
    ...misshapen,
    ...manifests.flatMap(folded),
    ...manifests.flatMap(goneVersions),
    ...manifests.flatMap(wrongNames),
    ...manifests.flatMap(wrongObjectValues).filter((problem) => !told.has(placeOf(problem))),
    ...manifests.flatMap(tooLarge),
    ...podSpecs(manifests)
      .flatMap((pod) => ofPods.flatMap((problems) => problems(pod)))
      .filter((problem) => !told.has(placeOf(problem))),
    ...workloads.flatMap(tooMuchToStart),
  ];
}

/** A word that is misspelt is told with the one that was meant: that it is wrong as well is not said again. */
function placeOf({ construct, prop }: Problem): string {
  return `${construct} ${prop}`;
}
