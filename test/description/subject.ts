import type { Unit } from '../../lib/compose/unit';
import type { Field } from '../../lib/manifests/field';
import type { Output } from '../../lib/output';
import type { Mount, Volume } from '../../lib/workloads/volume';

/** The container that is described, among all of its definition. */
export interface Subject extends Pick<Output, 'manifests' | 'reading'> {
  readonly unit: Unit;
}

export interface MountedVolume {
  readonly mount: Mount;
  readonly volume: Volume;
}

/** The mount that a path is in, and its volume. */
export function mountedAt({ unit: { container, workload } }: Subject, path: string): MountedVolume | undefined {
  const around = container.mounts.filter((mount) => path === mount.path || path.startsWith(`${mount.path}/`));
  const [mount] = [...around].sort((one, other) => other.path.length - one.path.length);
  const volume = workload.pod.volumes.find(({ name }) => name === mount?.volume);
  return mount && volume && { mount, volume };
}

/** What the manifests say of a volume: in the pod, and of a claim in the template or the object that asks for it. */
export function saidOf({ unit: { workload }, manifests }: Subject, volume: Volume): readonly Field[] {
  const claims = manifests.filter(
    ({ kind, namespace, name }) =>
      kind === 'PersistentVolumeClaim' &&
      namespace === workload.namespace &&
      volume.type === 'claim' &&
      name === volume.claim,
  );
  return [volume.field, ...claims.map(({ root }) => root.at('spec'))];
}
