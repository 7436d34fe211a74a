import { problemText } from '../../lib/checks/problem';
import { refusedObjects } from '../../lib/policies/refused-objects';
import { readManifests } from '../../lib/workloads/read-manifests';
import { type KubeObject, manifestsOf } from '../workloads/manifests';

/** What is said of objects of a stranger, less what is expected in their place. */
export function refused(...objects: readonly KubeObject[]): readonly string[] {
  return refusedInFull(...objects).map((text) => text.split(' Expected ', 1).join(''));
}

export function refusedInFull(...objects: readonly KubeObject[]): readonly string[] {
  const manifests = manifestsOf(...objects);
  return refusedObjects(manifests, readManifests(manifests, []).workloads).map(problemText);
}
