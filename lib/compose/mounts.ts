import { approximated, type Difference, dropped, leftOpen } from '../differences/difference';
import type { Mount, Volume } from '../workloads/volume';
import type { NamedVolume } from './compose-file';
import { filesOf } from './files';
import type { Fragment } from './fragment';
import { leftOut } from './left-out';
import type { Names } from './names';
import { differencesOfShared, isNamed, privateScratch, sharedScratch } from './scratch';
import type { Unit } from './unit';

/** What a container finds in its file system beside its image. */
export function mountsOf(unit: Unit, names: Names): readonly Fragment[] {
  const volumes = new Map(unit.workload.pod.volumes.map((volume) => [volume.name, volume]));
  return [
    ...unit.container.mounts.flatMap((mount, index, mounts) => {
      const volume = volumes.get(mount.volume);
      if (!volume) return { differences: [undeclared(mount)] };
      const again = volume.type === 'image' && mounts.findIndex((one) => one.volume === mount.volume) < index;
      return again ? { differences: [mountedOnce(mount)] } : mountOf(mount, volume, unit, names);
    }),
    { differences: unit.role === 'main' ? unmounted(unit) : [] },
  ];
}

function unmounted({ workload: { pod } }: Unit): readonly Difference[] {
  const mounts = [...pod.initContainers, ...pod.containers].flatMap((container) => container.mounts);
  const mounted = new Set(mounts.map(({ volume }) => volume));
  const leaves = pod.volumes.filter(({ name }) => !mounted.has(name)).flatMap(({ field }) => field.leaves());
  return leaves.map((leaf) => dropped(leaf, 'a volume that no container mounts', 'nothing'));
}

function undeclared({ field, volume }: Mount): Difference {
  return leftOpen(field.at('name'), `the pod has no volume ${volume}`);
}

/** Seen on Engine 28: `mount already exists with name`. */
function mountedOnce({ field }: Mount): Difference {
  const reason = 'Docker mounts an image at one place of a container';
  return dropped(field.at('mountPath'), reason, 'nothing is there: mount it once, above both');
}

function mountOf(mount: Mount, volume: Volume, unit: Unit, names: Names): Fragment | readonly Fragment[] {
  switch (volume.type) {
    case 'files':
      return [
        filesOf(mount, volume, unit.pod, names),
        { differences: [...alwaysReadOnly(mount), ...ownersOf(volume, unit)] },
      ];
    case 'host':
      return hostFolder(mount, volume);
    case 'image':
      return [imageMount(mount, volume), { differences: alwaysReadOnly(mount) }];
    case 'unknown':
      return { differences: leftOut(mount, `Docker has no volume of the kind ${volume.source}`) };
    default:
      if (volume.type === 'scratch' && !isNamed(volume, unit.workload)) return privateScratch(mount, volume, unit);
      return namedVolume(mount, volume, unit, names);
  }
}

/** A kubelet gives these files to the pod's group as well. */
function ownersOf({ files }: Extract<Volume, { type: 'files' }>, { workload: { pod } }: Unit): readonly Difference[] {
  if (pod.fsGroup === undefined || files.length === 0) return [];
  const reason = 'not of files from ConfigMaps and Secrets: a file of the laptop is mounted as it is';
  const means = 'files of ConfigMaps and Secrets belong to you, and whoever is in the container may read them';
  return [approximated(pod.field.at('securityContext', 'fsGroup'), reason, means)];
}

type Named = Exclude<Volume, { type: 'files' | 'host' | 'image' | 'unknown' }>;

function namedVolume(mount: Mount, volume: Named, { workload }: Unit, names: Names): Fragment {
  const source = names.volume(workload, volume);
  const readOnly = mount.readOnly || (volume.type !== 'scratch' && volume.readOnly);
  return {
    service: {
      volumes: [
        {
          type: 'volume',
          source,
          target: mount.path,
          ...(readOnly && { read_only: true }),
          volume: { nocopy: true, ...(mount.subPath && { subpath: mount.subPath }) },
        },
      ],
    },
    file: { volumes: { [source]: definitions[volume.type](volume as never, workload) } },
    differences: differencesOf[volume.type](volume as never, workload),
  };
}

const definitions: {
  readonly [T in Named['type']]: (volume: Extract<Named, { type: T }>, of: Unit['workload']) => NamedVolume;
} = {
  claim: () => ({}),
  scratch: sharedScratch,
  nfs: ({ server, path }) => ({ driver_opts: { type: 'nfs', device: `:${path}`, o: `addr=${server},nfsvers=4` } }),
};

const differencesOf: {
  readonly [T in Named['type']]: (volume: Extract<Named, { type: T }>, of: Unit['workload']) => readonly Difference[];
} = { claim: differencesOfClaim, scratch: differencesOfShared, nfs: differencesOfNfs };

function differencesOfClaim({ field, madeBy }: Extract<Named, { type: 'claim' }>): readonly Difference[] {
  if (madeBy === 'the app') return [];
  if (madeBy === 'the pod') {
    const reason = 'as long as a pod lives: a named volume keeps its content until `docker compose down --volumes`';
    return [approximated(field.at('name'), reason, 'what one run leaves there the next one finds')];
  }
  const reason = 'nothing here makes the claim: a named volume, which is empty when it is new';
  const means = 'the volume is empty here: what the claim holds in a cluster is yours to bring';
  return [approximated(field.at('persistentVolumeClaim', 'claimName'), reason, means)];
}

function differencesOfNfs(volume: Extract<Named, { type: 'nfs' }>): readonly Difference[] {
  const server = volume.field.at('nfs', 'server');
  const means = 'where the laptop does not reach the server, the container does not start';
  return [approximated(server, "mounted by the laptop's Docker, with NFS 4", means)];
}

/**
 * A folder of a node is on a laptop, if anything, another. Docker makes it only where a cluster is told to: a folder in
 * place of a socket or a file that is not there would be taken for it.
 */
function hostFolder(mount: Mount, volume: Extract<Volume, { type: 'host' }>): Fragment {
  const source = mount.subPath ? `${volume.path.replace(/\/$/, '')}/${mount.subPath}` : volume.path;
  const create = volume.kind === 'DirectoryOrCreate';
  const place = volume.field.at('hostPath');
  return {
    service: {
      volumes: [
        {
          type: 'bind',
          source,
          target: mount.path,
          ...(mount.readOnly && { read_only: true }),
          bind: { create_host_path: create },
        },
      ],
    },
    differences: [
      approximated(
        place.at('path'),
        `that of the laptop, where a cluster has that of a node${create ? '' : '; it must be there'}`,
        `what is at ${source} here is what the container sees, and may change${create ? '' : ': without it, it does not start'}`,
      ),
      ...(place.at('type').exists
        ? [
            approximated(
              place.at('type'),
              create ? 'made by Docker where it is not there' : 'it must be there, of whichever kind',
              'a file where a folder is meant shows only when the process uses it',
            ),
          ]
        : []),
    ],
  };
}

function imageMount(mount: Mount, volume: Extract<Volume, { type: 'image' }>): Fragment {
  const image = mount.subPath ? { image: { subpath: mount.subPath } } : {};
  return {
    service: { volumes: [{ type: 'image', source: volume.reference, target: mount.path, ...image }] },
    differences: [
      approximated(
        volume.field.at('image', 'reference'),
        'mounted by Docker, from Engine 28 and Compose 2.35 on',
        'an older Docker or Compose refuses the file',
      ),
    ],
  };
}

function alwaysReadOnly({ field }: Mount): readonly Difference[] {
  const place = field.at('readOnly');
  return place.exists ? [dropped(place, 'read-only either way, as in a cluster', 'nothing')] : [];
}
