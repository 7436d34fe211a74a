import type { Container, Pod } from '../workloads/workload';

export type Volume = Pod['volumes'][number];
export type Mount = Container['mounts'][number];
export type FileOfVolume = Extract<Volume, { type: 'files' }>['files'][number];

/** Whether a volume is more than one mount: a claim, a share, or an emptyDir of which two mounts show the same. */
export function outlivesContainers(volume: Volume, pod: Pod): boolean {
  if (volume.type !== 'scratch') return volume.type === 'claim' || volume.type === 'nfs';
  const users = usersOf(volume, pod);
  const folders = users.flatMap(({ mounts }) => mounts.map(({ subPath }) => (subPath ? `${subPath}/` : '')));
  const overlap = (one: string, at: number) => folders.some((other, index) => index !== at && other.startsWith(one));
  return users.length > 1 || folders.some(overlap);
}

/** A tmpfs of Docker is empty whenever nobody has it mounted, and nobody can make folders in it beforehand. */
export function canLieInMemory(volume: Volume, pod: Pod): boolean {
  const users = usersOf(volume, pod);
  const isFilledBefore = users.some(({ container }) => pod.initContainers.includes(container) && !container.sidecar);
  return volume.type === 'scratch' && volume.memory && !isFilledBefore && mountedFolders(volume, pod).length === 0;
}

export function mountedFolders(volume: Volume, pod: Pod): readonly string[] {
  const folders = usersOf(volume, pod).flatMap(({ mounts }) => mounts.flatMap(({ subPath }) => subPath || []));
  return [...new Set(folders)];
}

interface User {
  readonly container: Container;
  readonly mounts: readonly Mount[];
}

function usersOf({ name }: Volume, pod: Pod): readonly User[] {
  return [...pod.initContainers, ...pod.containers]
    .map((container) => ({ container, mounts: container.mounts.filter((mount) => mount.volume === name) }))
    .filter(({ mounts }) => mounts.length > 0);
}
