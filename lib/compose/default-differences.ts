import { approximated, type Difference, dropped } from '../differences/difference';
import type { Pod } from '../workloads/workload';
import type { Unit } from './unit';

/** What a pod has in a cluster because it says nothing: told at the field that would say it. */
export function differencesOfDefaults({ role, workload: { pod } }: Unit): readonly Difference[] {
  if (role !== 'main') return [];
  return [...(pod.takesToken ? [token(pod)] : []), ...(isUnconfined(pod) ? [profile(pod)] : [])];
}

function token({ field }: Pod): Difference {
  const reason = 'true where nobody says it: a token for the Kubernetes API, which a laptop has none of';
  const means = 'a program that calls the Kubernetes API finds neither that nor a token';
  return dropped(field.at('automountServiceAccountToken'), reason, means);
}

/** Docker has a profile of its own for whoever names none, but for what is privileged. */
function isUnconfined({ initContainers, containers }: Pod): boolean {
  return [...initContainers, ...containers].some(({ security }) => !security.seccomp && !security.privileged);
}

function profile({ field }: Pod): Difference {
  const reason = "Docker's default profile, where a cluster has none unless its nodes say otherwise";
  const means = 'a system call that Docker refuses fails here: say RuntimeDefault, and it fails in a cluster, too';
  return approximated(field.at('securityContext', 'seccompProfile'), reason, means);
}
