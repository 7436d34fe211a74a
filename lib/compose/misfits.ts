import type { Problem } from '../checks/problem';
import type { Workload } from '../workloads/workload';
import { noContainer, noProbe, noRoom, noSource } from './container-misfits';
import { noNamedPort, noNetwork, noPort } from './port-misfits';
import { noReplicas } from './replica-misfits';
import { scheduleMisfits } from './schedule-misfits';

/** What the laptop was told of something that the workload has not. */
export function misfits(workload: Workload): readonly Problem[] {
  // What is told of one member is told of all.
  if (workload.member && workload.member.index > 0) return [];
  return [noNetwork, noPort, noNamedPort, noContainer, noProbe, noSource, noRoom, noReplicas, scheduleMisfits]
    .flatMap((findings) => findings(workload))
    .map((finding) => ({ construct: workload.construct, ...finding }));
}
