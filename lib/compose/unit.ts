import type { ContainerOptions } from '../local/local-options';
import type { Container, Workload } from '../workloads/workload';
import { asTold, containerOptions } from './container-options';
import { keepsSchedule } from './keeps-schedule';
import { setUpContainer } from './set-up';

/** One container of a workload and the Compose service that runs it. */
export interface Unit {
  readonly service: string;
  /** The service of the pod's main container, by whose name the pod goes. */
  readonly pod: string;
  readonly workload: Workload;
  readonly container: Container;
  /**
   * Two are of the laptop alone: `clock` is the main container once more, as what starts its command on schedule, and
   * `once` is what is done when the pod is ready.
   */
  readonly role: 'init' | 'main' | 'beside' | 'clock' | 'once';
  /** The service whose network the pod's containers share: theirs is its `localhost`. Undefined where it is itself. */
  readonly network?: string;
  /** What only the laptop was told of the container. */
  readonly local: ContainerOptions;
}

/**
 * The pod's containers in the order of their start. The first that keeps running holds the pod's network: the first
 * sidecar, or else the main container. An init container before it has a network of its own.
 */
export function unitsOf(workload: Workload, service: string): readonly Unit[] {
  const { initContainers, containers } = workload.pod;
  const [main, ...others] = containers;
  const named = (container: Container) => (container === main ? service : `${service}-${container.name}`);
  const firstSidecar = initContainers.findIndex((container) => container.sidecar);
  const holder = initContainers[firstSidecar] ?? main;
  const network = (container: Container) => (holder && container !== holder ? named(holder) : undefined);
  const unit = (container: Container, role: Unit['role'], shared: boolean): Unit => {
    const local = containerOptions(container, workload);
    return {
      service: named(container),
      pod: service,
      workload,
      container: asTold(container, local),
      role,
      network: shared ? network(container) : undefined,
      local,
    };
  };
  const setUp = setUpContainer(workload);
  return [
    ...initContainers.map((container, index) =>
      unit(container, container.sidecar ? 'beside' : 'init', firstSidecar >= 0 && index > firstSidecar),
    ),
    ...(main ? [unit(main, 'main', true)] : []),
    ...(main && keepsSchedule(workload) ? [{ ...unit(main, 'clock', true), service: `${service}-schedule` }] : []),
    ...others.map((container) => unit(container, 'beside', true)),
    ...(setUp ? [{ ...unit(setUp, 'once', true), service: `${service}-${setUp.name}` }] : []),
  ];
}
