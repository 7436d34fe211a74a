import type { Workload } from '../workloads/workload';
import type { Fragment } from './fragment';
import type { Unit } from './unit';

/** The container's user and what it may do, as hardened as in the cluster. */
export function securityOf({ container, workload }: Unit): Fragment {
  const { security } = container;
  return {
    service: {
      user: userOf(security.user, security.group),
      group_add: groupsOf(workload, security.group),
      read_only: security.readOnlyRoot || undefined,
      privileged: security.privileged || undefined,
      cap_drop: security.dropCapabilities,
      cap_add: security.addCapabilities,
      security_opt: [
        ...(security.privilegeEscalation ? [] : ['no-new-privileges:true']),
        ...(security.seccomp === 'Unconfined' ? ['seccomp=unconfined'] : []),
      ],
    },
  };
}

/** Without a group, both targets take it from the image's own list of users. */
function userOf(user: number | undefined, group: number | undefined): string | undefined {
  if (user === undefined) return undefined;
  return group === undefined ? String(user) : `${user}:${group}`;
}

function groupsOf({ pod }: Workload, group: number | undefined): readonly string[] {
  const groups = [...pod.supplementalGroups, ...(pod.fsGroup === undefined ? [] : [pod.fsGroup])];
  return [...new Set(groups)].filter((other) => other !== group).map(String);
}
