import type { Problem } from '../checks/problem';
import { containersIn, type PodSpec } from './pod-specs';

/** Hooks that sleep for longer than the pod has to end, which no API server takes, at its start either. */
export function longSleeps({ manifest, spec }: PodSpec): readonly Problem[] {
  const grace = spec.at('terminationGracePeriodSeconds').peek() ?? 30;
  const sleeps = containersIn(spec).flatMap((container) =>
    ['postStart', 'preStop'].map((hook) => container.at('lifecycle', hook, 'sleep', 'seconds')),
  );
  return sleeps
    .filter((field) => Number(field.peek()) > Number(grace))
    .map((field) => ({
      construct: manifest.construct,
      prop: field.toString(),
      wrong: 'is more than the pod has to end',
      got: field.peek(),
      expected: `at most ${grace}, its terminationGracePeriodSeconds.`,
      fix: 'write less, or more terminationGracePeriodSeconds.',
    }));
}
