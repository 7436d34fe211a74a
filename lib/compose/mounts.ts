import { approximated, type Difference } from '../differences/difference';
import type { Mount, Volume, Workload } from '../workloads/workload';
import type { NamedVolume } from './compose-file';
import { filesOf } from './files';
import { type Fragment, merged } from './fragment';
import type { Names } from './names';
import { sizeOf } from './resources';
import type { Unit } from './unit';

/** What a container finds in its file system beside its image. */
export function mountsOf(unit: Unit, names: Names): Fragment {
  const volumes = new Map(unit.workload.pod.volumes.map((volume) => [volume.name, volume]));
  return merged(
    unit.container.mounts.map((mount) => {
      const volume = volumes.get(mount.volume);
      return volume ? mountOf(mount, volume, unit, names) : {};
    }),
  );
}

function mountOf(mount: Mount, volume: Volume, unit: Unit, names: Names): Fragment {
  if (volume.type === 'files') return merged([filesOf(mount, volume, names), ownersOf(unit.workload)]);
  if (volume.type === 'unknown') return { differences: [{ field: mount.field, became: 'dropped' }] };
  if (volume.type === 'scratch' && !isNamed(volume, unit.workload)) return privateScratch(mount, volume, unit.workload);
  const source = names.volume(unit.workload, volume);
  return {
    service: {
      volumes: [
        {
          type: 'volume',
          source,
          target: mount.path,
          ...(mount.readOnly && { read_only: true }),
          volume: { nocopy: true, ...(mount.subPath && { subpath: mount.subPath }) },
        },
      ],
    },
    file: { volumes: { [source]: volume.type === 'scratch' ? sharedScratch(volume, unit.workload) : {} } },
    differences: volume.type === 'scratch' ? differencesOfShared(volume, unit.workload) : [],
  };
}

/** A kubelet gives these files to the pod's group as well. */
function ownersOf({ pod }: Workload): Fragment {
  if (pod.fsGroup === undefined) return {};
  const reason = 'not of files from ConfigMaps and Secrets: a file of the laptop is mounted as it is';
  const means = 'they belong to you, and whoever is in the container may read them';
  return { differences: [approximated(pod.field.at('securityContext', 'fsGroup'), reason, means)] };
}

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

type Scratch = Extract<Volume, { type: 'scratch' }>;

function privateScratch(mount: Mount, volume: Scratch, workload: Workload): Fragment {
  const size = volume.sizeLimit === undefined ? [] : [`size=${sizeOf(volume.sizeLimit)}`];
  return {
    service: { tmpfs: [`${mount.path}:${['exec', ...size, ...ownerOf(volume, workload)].join(',')}`] },
    differences: volume.memory
      ? []
      : [
          approximated(
            volume.field,
            'in memory: a laptop needs no scratch space on disk',
            'what is written there counts as memory',
          ),
        ],
  };
}

function sharedScratch(volume: Scratch, workload: Workload): NamedVolume {
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

function differencesOfShared(volume: Scratch, workload: Workload): readonly Difference[] {
  if (inMemory(volume, workload)) return [];
  const reason = 'a named volume: it keeps its content until `docker compose down --volumes`, and has no size limit';
  const means = 'what one run leaves there the next one finds';
  return [approximated(volume.field, volume.memory ? `on disk, ${reason}` : reason, means)];
}
