import { type Difference, local } from '../differences/difference';
import type { Workload } from '../workloads/workload';
import type { Service } from './compose-file';
import type { Fragment } from './fragment';
import type { Unit } from './unit';

/** How many of it run. A workload that is a member of its owner is one of them already. */
export function scaleOf({ workload, role }: Unit): Fragment {
  const comment = workload.local.replicas === 0 ? 'Left out: its replicas are 0.' : undefined;
  return {
    service: { comment, deploy: deployOf(workload) },
    differences: role === 'main' ? differencesOf(workload) : [],
  };
}

/** Compose starts none of a service with 0 replicas, and nobody waits for it. */
export function deployOf({ local, member }: Workload): Service['deploy'] {
  const { replicas = 1 } = local;
  return replicas === 1 || member ? undefined : { replicas };
}

function differencesOf({ local: options, replicas, field }: Workload): readonly Difference[] {
  const { replicas: here = 1 } = options;
  if (here === replicas) return [];
  const [many, means] =
    here === 0
      ? leftOut
      : here === 1
        ? single
        : [String(here), 'what happens among so many pods shows only in a cluster'];
  return [local(field.at('spec', 'replicas'), `a laptop runs ${many}`, means)];
}

const leftOut = ['none: replicas is 0', 'nobody answers under its names'] as const;
const single = ['one', 'what happens among several pods shows only in a cluster'] as const;
