import { approximated, type Difference, leftOpen } from '../differences/difference';
import type { Workload } from '../workloads/workload';

/** A Service may lead from one port to another; on a Compose network a container answers on its own. */
export function translatedPorts(workloads: readonly Workload[]): readonly Difference[] {
  const ports = workloads.flatMap(({ answersTo }) => answersTo.flatMap((host) => host.ports));
  return ports
    .filter(({ port, target }) => port !== target)
    .map(({ field, port, target }) =>
      target === undefined
        ? leftOpen(field.at('targetPort'), 'no container has a port of that name')
        : approximated(
            field.at('port'),
            `on a laptop it answers on ${target}, not on ${port}: Compose translates no ports`,
            'whoever calls it by the other port finds nobody: give both the same',
          ),
    );
}
