import { type Difference, dropped } from '../differences/difference';
import type { Entrance } from '../workloads/read-entrances';
import type { Workload } from '../workloads/workload';
import { portsOf } from './ports';

type ServiceOf = (workload: Workload) => string;

/** What comes in by an Ingress in a cluster comes on a laptop by the published port, if there is one. */
export function entrancesOf(entrances: readonly Entrance[], serviceOf: ServiceOf): readonly Difference[] {
  return entrances.map(({ field, path, workload, port }) => {
    const published = portsOf(workload, serviceOf(workload)).find(({ target }) => target === port)?.published;
    const means =
      published === undefined
        ? 'nothing leads there: publish its port with local.publish'
        : `reach it at http://127.0.0.1:${published}${plain(path)}`;
    return dropped(field, 'how the world outside reaches the app: a laptop has no ingress controller', means);
  });
}

/** An expression of some controller is no path. */
function plain(path: string): string {
  return /^\/[\w./~-]*$/.test(path) ? path : '/';
}
