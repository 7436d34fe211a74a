import type { ContainerOptions } from '../local/local-options';
import type { Container, Workload } from '../workloads/workload';

/**
 * What the laptop was told of one container: the options themselves are about the pod's first one, and what stands
 * under a name comes over them. A container with the first one's image is built as that is: it is the same code.
 */
export function containerOptions(container: Container, { local, pod }: Workload): ContainerOptions {
  const [main] = pod.containers;
  const { build, watch, healthCheck, containers = {} } = local;
  return {
    ...(container.image === main?.image && { build }),
    ...(container === main && { watch, healthCheck }),
    ...(Object.hasOwn(containers, container.name) && containers[container.name]),
  };
}

/** The container with the laptop's command, which is there to look for changes, in place of its own. */
export function asTold(container: Container, { watch }: ContainerOptions): Container {
  const command = typeof watch === 'object' ? watch.command : undefined;
  return command ? { ...container, command: command.map((word) => [word]), args: undefined } : container;
}
