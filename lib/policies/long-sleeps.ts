import type { Problem } from '../checks/problem';
import type { Field } from '../manifests/field';
import { mapAt } from './bare';
import type { Part } from './part';
import type { PodSpec } from './pod-specs';

/** Hooks that sleep for longer than the pod has to end, which no API server takes, at its start either. */
export function longSleeps({ manifest, spec, containers }: PodSpec): readonly Problem[] {
  const grace = spec.said.terminationGracePeriodSeconds ?? 30;
  return containers
    .flatMap((container) => sleepsOf(container, Number(grace)))
    .map((field) => ({
      construct: manifest.construct,
      prop: field.toString(),
      wrong: 'is more than the pod has to end',
      got: field.peek(),
      expected: `at most ${grace}, its terminationGracePeriodSeconds.`,
      fix: 'write less, or more terminationGracePeriodSeconds.',
    }));
}

const hooks = ['postStart', 'preStop'];

function sleepsOf({ said, field }: Part, longest: number): readonly Field[] {
  if (said.lifecycle == null) return [];
  const lifecycle = mapAt(said, 'lifecycle');
  return hooks
    .filter((hook) => Number(mapAt(mapAt(lifecycle, hook), 'sleep').seconds) > longest)
    .map((hook) => field.at('lifecycle', hook, 'sleep', 'seconds'));
}
