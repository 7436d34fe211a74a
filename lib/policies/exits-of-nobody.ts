import type { Problem } from '../checks/problem';
import { mapAt, mapsAt } from './bare';
import { partAt } from './part';
import type { PodSpec } from './pod-specs';

/** Exit codes of a container that the pod has not: no API server takes the Job. */
export function exitsOfNobody({ manifest, spec, containers }: PodSpec): readonly Problem[] {
  const job = partAt(spec.field.around.around);
  const rules = mapsAt(mapAt(job.said, 'podFailurePolicy'), 'rules');
  return rules.flatMap((rule, index) => {
    const names = containers.map(({ said }) => said.name);
    const got = mapAt(rule, 'onExitCodes').containerName;
    if (got == null || names.includes(got)) return [];
    const place = job.field.at('podFailurePolicy', 'rules', index, 'onExitCodes', 'containerName');
    return [
      {
        construct: manifest.construct,
        prop: place.toString(),
        wrong: 'names a container that the pod has not',
        got,
        expected: `one of ${names.join(', ')}.`,
        fix: 'correct it, or leave it out for every container.',
      },
    ];
  });
}
