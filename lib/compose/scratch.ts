import { approximated, type Difference, dropped } from '../differences/difference';
import type { Mount, Volume } from '../workloads/volume';
import type { Workload } from '../workloads/workload';
import type { NamedVolume, Service } from './compose-file';
import type { Fragment } from './fragment';
import { sizeOf } from './resources';
import type { Unit } from './unit';

type Scratch = Extract<Volume, { type: 'scratch' }>;

/** A volume that outlives a container: a claim, or an emptyDir of which two mounts show the same. */
export function isNamed(volume: Volume, workload: Workload): boolean {
  return volume.type === 'claim' || (volume.type === 'scratch' && isShared(volume, workload));
}

function isShared(volume: Volume, workload: Workload): boolean {
  const [first, ...others] = mounters(volume, workload);
  if (!first || others.length > 0) return others.length > 0;
  const paths = first.mounts.map(({ subPath }) => `${subPath ?? ''}/`.replace(/^\//, ''));
  return paths.some((path, index) => paths.some((other, at) => index !== at && other.startsWith(path)));
}

/** The folders of a volume that are mounted in its place. */
export function subPaths(volume: Volume, workload: Workload): readonly string[] {
  const mounts = mounters(volume, workload).flatMap((mounter) => mounter.mounts);
  return [...new Set(mounts.flatMap(({ subPath }) => subPath ?? []))];
}

export function privateScratch(mount: Mount, volume: Scratch, unit: Unit): Fragment {
  const subPath = mount.field.at('subPath');
  return {
    service: inPlaceOfDockers(mount, volume, unit) ?? { tmpfs: [tmpfs(mount, volume, unit.workload)] },
    differences: [
      ...(subPath.exists ? [dropped(subPath, 'a folder that no other mount shows', 'nothing')] : []),
      ...differencesOfMedium(volume),
    ],
  };
}

/** Every container has a small /dev/shm of its own from Docker; one in its place is as large as it may get. */
function inPlaceOfDockers(mount: Mount, volume: Scratch, { container }: Unit): Service | undefined {
  const size = volume.sizeLimit ?? container.resources.memoryLimit?.bytes;
  if (mount.path.replace(/\/$/, '') !== '/dev/shm' || !volume.memory || size === undefined) return undefined;
  return { shm_size: sizeOf(size) };
}

function tmpfs(mount: Mount, volume: Scratch, workload: Workload): string {
  const size = volume.sizeLimit === undefined ? [] : [`size=${sizeOf(volume.sizeLimit)}`];
  const options = ['exec', ...(mount.readOnly ? ['ro'] : []), ...size, ...ownerOf(volume, workload)];
  return `${mount.path}:${options.join(',')}`;
}

function differencesOfMedium(volume: Scratch): readonly Difference[] {
  const medium = mediumOf(volume);
  if (String(medium.peek()).startsWith('HugePages')) {
    return [approximated(medium, 'memory of usual pages', 'the process finds no huge pages there')];
  }
  if (volume.memory) return [];
  return [
    approximated(
      medium,
      'in memory: a laptop needs no scratch space on disk',
      'what is written there counts as memory',
    ),
  ];
}

/** Where an emptyDir says in what it lies; the whole of it where it does not. */
function mediumOf({ field }: Scratch): Volume['field'] {
  const [emptyDir, medium] = [field.at('emptyDir'), field.at('emptyDir', 'medium')];
  if (medium.exists) return medium;
  return emptyDir.exists ? emptyDir : field.at('name');
}

export function sharedScratch(volume: Scratch, workload: Workload): NamedVolume {
  if (!inMemory(volume, workload)) return {};
  const size = volume.sizeLimit === undefined ? [] : [`size=${volume.sizeLimit}`];
  return { driver_opts: { type: 'tmpfs', device: 'tmpfs', o: [...size, ...ownerOf(volume, workload)].join(',') } };
}

/**
 * An emptyDir belongs to root and the pod's fsGroup, or to everybody where there is none. In one that is in memory
 * everybody may delete his own files only: a kubelet leaves it the mode of every tmpfs.
 */
function ownerOf({ memory }: Scratch, { pod: { fsGroup } }: Workload): readonly string[] {
  if (fsGroup === undefined) return [`mode=${memory ? '1777' : '0777'}`];
  return [`gid=${fsGroup}`, `mode=${memory ? '3777' : '2777'}`];
}

/**
 * Docker empties a volume in memory when nobody has it mounted, as between the end of an init container and the start
 * of the next. So one that an init container fills must lie on disk, and one whose folders are made before they are
 * mounted.
 */
export function inMemory(volume: Volume, workload: Workload): boolean {
  if (volume.type !== 'scratch' || !volume.memory || subPaths(volume, workload).length > 0) return false;
  return !mounters(volume, workload).some(({ init }) => init);
}

interface Mounter {
  readonly init: boolean;
  readonly mounts: readonly Mount[];
}

function mounters(volume: Volume, { pod }: Workload): readonly Mounter[] {
  return [
    ...pod.initContainers.map(({ mounts, sidecar }) => ({ mounts, init: !sidecar })),
    ...pod.containers.map(({ mounts }) => ({ mounts, init: false })),
  ]
    .map(({ mounts, init }) => ({ init, mounts: mounts.filter((mount) => mount.volume === volume.name) }))
    .filter(({ mounts }) => mounts.length > 0);
}

export function differencesOfShared(volume: Scratch, workload: Workload): readonly Difference[] {
  if (inMemory(volume, workload)) return [];
  const kept = 'a named volume: it keeps its content until `docker compose down --volumes`';
  const limit = volume.field.at('emptyDir', 'sizeLimit');
  return [
    approximated(
      mediumOf(volume),
      volume.memory ? `on disk, ${kept}` : kept,
      'what one run leaves there the next one finds',
    ),
    ...(limit.exists ? [dropped(limit, 'a named volume has no limit', 'a full volume shows only in a cluster')] : []),
  ];
}
