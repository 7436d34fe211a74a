import type { LocalOptions } from '../local/local-options';
import type { Field } from '../manifests/field';
import type { PodOwner } from './pod-owners';
import type { Member } from './workload';

/**
 * The pods of an owner that a laptop runs as a workload each, where it was told to run several: those of a StatefulSet,
 * for each has a name and claims of its own, and those that hold more than Compose scales as one service. Of all
 * others there is one, which is not a member.
 */
export function membersOf(
  root: Field,
  owner: PodOwner,
  { replicas = 1 }: LocalOptions,
): readonly (Member | undefined)[] {
  const oneByOne = owner.pods === 'members' || !isOneService(root.at(...owner.template, 'spec'));
  if (replicas <= 1 || owner.pods === 'one' || !oneByOne) return [undefined];
  const start = firstOrdinal(root);
  const inOrder = owner.pods === 'members' && root.at('spec', 'podManagementPolicy').tryText() !== 'Parallel';
  return Array.from({ length: replicas }, (_, index) => ({ index, ordinal: start + index, inOrder }));
}

/** Of a StatefulSet; nothing else says one. */
export function firstOrdinal(root: Field): number {
  return root.at('spec', 'ordinals', 'start').tryNumber() ?? 0;
}

/** A cluster gives them to each pod of a StatefulSet: a Service may lead to one of them alone. */
export function memberLabels(pod: string): Readonly<Record<string, string>> {
  return {
    'statefulset.kubernetes.io/pod-name': pod,
    'apps.kubernetes.io/pod-index': pod.slice(pod.lastIndexOf('-') + 1),
  };
}

/** One container, which has each emptyDir to itself: a volume that it mounts twice all of them would share. */
function isOneService(pod: Field): boolean {
  const containers = [...pod.at('initContainers').items(), ...pod.at('containers').items()];
  const mounted = containers
    .flatMap((container) => container.at('volumeMounts').items())
    .map((mount) => mount.at('name').text());
  const own = pod
    .at('volumes')
    .items()
    .filter((volume) => volume.at('emptyDir').exists);
  const shared = own.filter((volume) => mounted.filter((name) => name === volume.at('name').text()).length > 1);
  return containers.length === 1 && shared.length === 0;
}
