import type { Unit } from '../compose/unit';
import type { Workload } from '../workloads/workload';

/** A pod and the services that run its containers. */
export interface Placed {
  readonly workload: Workload;
  readonly service: string;
  readonly units: readonly Unit[];
}
