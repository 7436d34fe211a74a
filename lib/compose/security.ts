import { approximated, type Difference } from '../differences/difference';
import type { Profile, Security, Workload } from '../workloads/workload';
import { differencesOfDefaults } from './default-differences';
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
        ...(security.seccomp?.type === 'Unconfined' ? ['seccomp=unconfined'] : []),
        ...(security.appArmor?.type === 'Unconfined' ? ['apparmor=unconfined'] : []),
        ...(security.wholeProc ? ['systempaths=unconfined'] : []),
      ],
    },
    differences: [...differencesOf(unit), ...differencesOfDefaults(unit)],
  };
}

function differencesOf({ container: { security }, workload: { pod } }: Unit): readonly Difference[] {
  const groups = [security.field, pod.field.at('securityContext')].map((field) => field.at('runAsGroup'));
  const [group] = groups.filter((field) => field.exists);
  const strict = pod.field.at('securityContext', 'supplementalGroupsPolicy').peek() === 'Strict';
  return [
    ...(group && security.user === undefined ? [withoutUser(group)] : []),
    ...(group && security.user !== undefined && !strict ? [withoutImageGroups(group)] : []),
    ...prefixed(security),
    ...ofNode(security.seccomp),
    ...ofNode(security.appArmor),
  ];
}

function withoutUser(group: Security['field']): Difference {
  const reason = "the image's own group: Compose names a group only beside a user";
  return approximated(group, reason, 'what the process writes belongs to another group');
}

/** Seen with an image whose /etc/group has the user in a group more. */
function withoutImageGroups(group: Security['field']): Difference {
  const reason = 'beside a group Docker gives none of those that the image itself has for the user';
  return approximated(
    group,
    reason,
    'a file that such a group alone may read cannot be read here: name it in supplementalGroups',
  );
}

/** Seen on containerd: `drop: [CAP_NET_RAW]` drops nothing. */
function prefixed({ field }: Security): readonly Difference[] {
  const reason = 'Docker knows it by this name, too: containerd knows it without CAP_, and ignores this one';
  return ['drop', 'add']
    .flatMap((list) => field.at('capabilities', list).items())
    .filter((name) => /^cap_/i.test(String(name.peek())))
    .map((name) => approximated(name, reason, 'a cluster ignores the name: write it without CAP_'));
}

function ofNode(profile: Profile | undefined): readonly Difference[] {
  if (profile?.type !== 'Localhost') return [];
  const reason = "Docker's default profile: that of a node's disk is not on a laptop";
  const means = 'a call that a cluster refuses by that profile may succeed here';
  return ['type', 'localhostProfile']
    .map((key) => profile.field.at(key))
    .filter((field) => field.exists)
    .map((field) => approximated(field, reason, means));
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
