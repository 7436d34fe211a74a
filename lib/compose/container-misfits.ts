import type { Container, Workload } from '../workloads/workload';
import { containerOptions } from './container-options';
import { type Misfit, unknownName } from './misfit';

export function noContainer({ local, pod }: Workload): readonly Misfit[] {
  const names = containersOf(pod).map(({ name }) => name);
  return Object.keys(local.containers ?? {}).flatMap((name) =>
    names.includes(name)
      ? []
      : [unknownName('local.containers', 'names a container that the pod has not', name, names)],
  );
}

/** A program asks what a probe says; without one it would have nothing to ask, and nobody asks what ends by itself. */
export function noProbe(workload: Workload): readonly Misfit[] {
  const { pod } = workload;
  return containersOf(pod).flatMap((container) => {
    const { healthCheck } = containerOptions(container, workload);
    const prop = `${placeOf(container, workload)}.healthCheck`;
    if (healthCheck === undefined || healthCheck === 'none') return [];
    if (isStep(container, pod)) {
      const expected = 'a container that keeps running.';
      const wrong = 'is given to what ends by itself';
      return [{ prop, wrong, got: healthCheck, expected, fix: 'leave it out: what comes after waits for its end.' }];
    }
    if (typeof healthCheck !== 'string' || hasProbe(container)) return [];
    return [
      {
        prop,
        wrong: 'is given to a container without a probe, which says what to ask',
        got: healthCheck,
        expected: 'a container with a probe, or a command.',
        fix: "give the container a readinessProbe, or write a command: { exec: ['…'] }.",
      },
    ];
  });
}

/** What is built anew must be built, and by something that runs. */
export function noSource(workload: Workload): readonly Misfit[] {
  const { pod, life } = workload;
  return containersOf(pod).flatMap((container) => {
    const { build, watch } = containerOptions(container, workload);
    const prop = `${placeOf(container, workload)}.watch`;
    if (watch !== 'rebuild') return [];
    if (build === undefined) {
      const fix = "say from what: build: './…'.";
      return [{ prop, wrong: 'has nothing to build', got: watch, expected: 'a container with a build.', fix }];
    }
    const expected = 'a workload that keeps running.';
    const fix = 'leave it out: docker compose run --build takes in what changed.';
    return life.runs === 'always' && !isStep(container, pod)
      ? []
      : [{ prop, wrong: 'is given to what ends by itself', got: watch, expected, fix }];
  });
}

/** Docker makes no place for a mount in a folder that it mounts read-only. */
export function noRoom(workload: Workload): readonly Misfit[] {
  const { pod } = workload;
  return containersOf(pod).flatMap((container) => {
    const { watch } = containerOptions(container, workload);
    if (typeof watch !== 'object') return [];
    const within = `${watch.at.replace(/\/+$/, '')}/`;
    const taken = container.mounts.find(({ path }) => `${path.replace(/\/+$/, '')}/`.startsWith(within));
    const prop = `${placeOf(container, workload)}.watch.at`;
    const expected = 'a folder with no mount of the pod in it.';
    const fix = 'mount one of the two elsewhere.';
    return taken ? [{ prop, wrong: `is where the pod mounts ${taken.path}`, got: watch.at, expected, fix }] : [];
  });
}

function containersOf({ initContainers, containers }: Workload['pod']): readonly Container[] {
  return [...initContainers, ...containers];
}

/** Where the options of a container stand. */
function placeOf(container: Container, { pod, local: { containers = {} } }: Workload): string {
  const isMain = container === pod.containers[0] && !Object.hasOwn(containers, container.name);
  return isMain ? 'local' : `local.containers.${container.name}`;
}

function isStep(container: Container, { initContainers }: Workload['pod']): boolean {
  return initContainers.includes(container) && !container.sidecar;
}

function hasProbe({ probes: { startup, readiness, liveness } }: Container): boolean {
  return [startup, readiness, liveness].some((probe) => probe !== undefined);
}
