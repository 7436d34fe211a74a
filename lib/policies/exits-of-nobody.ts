import type { Problem } from '../checks/problem';
import { podOwner } from '../workloads/pod-owners';
import { containersIn, type PodSpec } from './pod-specs';

/** Exit codes of a container that the pod has not: no API server takes the Job. */
export function exitsOfNobody({ manifest, spec }: PodSpec): readonly Problem[] {
  const job = manifest.root.at(...(podOwner(manifest)?.template.slice(0, -1) ?? [])).unobserved();
  const containers = containersIn(spec).map((container) => container.at('name').peek());
  return job
    .at('podFailurePolicy', 'rules')
    .peekItems()
    .map((rule) => rule.at('onExitCodes', 'containerName'))
    .filter((name) => name.exists && !containers.includes(name.peek()))
    .map((name) => ({
      construct: manifest.construct,
      prop: name.toString(),
      wrong: 'names a container that the pod has not',
      got: name.peek(),
      expected: `one of ${containers.join(', ')}.`,
      fix: 'correct it, or leave it out for every container.',
    }));
}
