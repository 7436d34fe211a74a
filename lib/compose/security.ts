import { approximated, type Difference } from '../differences/difference';
import type { Workload } from '../workloads/workload';
import type { Fragment } from './fragment';
import type { Unit } from './unit';

/** The container's user and what it may do, as hardened as in the cluster. */
export function securityOf(unit: Unit): Fragment {
  const { container, workload } = unit;
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
    differences: differencesOf(unit),
  };
}

function differencesOf({ container: { security }, workload: { pod } }: Unit): readonly Difference[] {
  const place = (key: string) =>
    [security.field, pod.field.at('securityContext')].map((field) => field.at(key)).filter((field) => field.exists)[0];
  const group = security.user === undefined ? place('runAsGroup') : undefined;
  const profile = security.seccomp === 'Localhost' ? place('seccompProfile') : undefined;
  return [
    ...(group
      ? [
          approximated(
            group,
            "the image's own group: Compose names a group only beside a user",
            'files belong to another group',
          ),
        ]
      : []),
    ...(profile
      ? [
          approximated(
            profile,
            "Docker's default profile: that of a node's disk is not on a laptop",
            'a call that the profile forbids may succeed',
          ),
        ]
      : []),
  ];
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
