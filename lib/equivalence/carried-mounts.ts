import type { Names } from '../compose/names';
import type { Unit } from '../compose/unit';
import type { Workload } from '../workloads/workload';
import type { CarriedMount } from './carried-app';
import { projectFolder } from './carried-laptop';
import { type FileOfVolume, type Mount, outlivesContainers, type Volume } from './places-of-volumes';
import { shown } from './shown';

type Entry = readonly [target: string, mount: CarriedMount];

/**
 * Claims and shared emptyDirs are volumes, an emptyDir of one container lies in memory, folders of nodes and images are
 * mounted as they are, and all else file by file over a folder that is empty.
 */
export function carriedMounts(unit: Unit, names: Names): Readonly<Record<string, CarriedMount>> {
  const { pod } = unit.workload;
  return Object.fromEntries([
    ...sourcesAt(unit),
    ...unit.container.mounts.flatMap((mount): readonly Entry[] => {
      const volume = pod.volumes.find(({ name }) => name === mount.volume);
      if (!volume || volume.type === 'unknown') return [];
      if (volume.type === 'files') return filesAt(volume, mount);
      if (volume.type === 'host') return [[mount.path, { other: folderOf(volume, mount) }]];
      if (volume.type === 'image') return [[mount.path, { other: imageOf(volume, mount) }]];
      if (!outlivesContainers(volume, pod)) return [[mount.path, { inMemory: optionsOf(volume, mount, unit) }]];
      return [[mount.path, ofVolume(mount, volume, unit.workload, names)]];
    }),
  ]);
}

/** The sources themselves, where the laptop shows them in place of what the image has. */
function sourcesAt({ local: { watch } }: Unit): readonly Entry[] {
  return typeof watch === 'object' ? [[watch.at, projectFolder(watch.mount, watch.at)]] : [];
}

function ofVolume(mount: Mount, volume: Volume, workload: Workload, names: Names): CarriedMount {
  return {
    volume: names.volume(workload, volume),
    ...(mount.subPath && { folder: mount.subPath }),
    readOnly: mount.readOnly || ('readOnly' in volume && volume.readOnly),
    startsEmpty: true,
  };
}

type Host = Extract<Volume, { type: 'host' }>;
type Image = Extract<Volume, { type: 'image' }>;

function folderOf({ path, kind }: Host, { path: target, subPath, readOnly }: Mount): object {
  const source = subPath ? `${path.replace(/\/$/, '')}/${subPath}` : path;
  const bind = { create_host_path: kind === 'DirectoryOrCreate' };
  return { type: 'bind', source, target, ...(readOnly && { read_only: true }), bind };
}

function imageOf({ reference }: Image, { path: target, subPath }: Mount): object {
  return { type: 'image', source: reference, target, ...(subPath && { image: { subpath: subPath } }) };
}

/** Docker has a /dev/shm of its own in each container, and only its size is said. */
function optionsOf(volume: Volume, { path, readOnly }: Mount, { workload, container }: Unit): readonly string[] {
  const { memory, sizeLimit } = volume.type === 'scratch' ? volume : { memory: false, sizeLimit: undefined };
  const size = sizeLimit ?? container.resources.memoryLimit?.bytes;
  if (memory && size !== undefined && path.replace(/\/$/, '') === '/dev/shm') return [`size=${size}`];
  return [...inMemory(volume, workload), ...(readOnly ? ['ro'] : [])].toSorted();
}

/** Of its size, open to the pod's group or to everybody; in one that a cluster has in memory each may delete his own. */
export function inMemory(volume: Volume, { pod: { fsGroup } }: Workload): readonly string[] {
  const { memory, sizeLimit } = volume.type === 'scratch' ? volume : { memory: false, sizeLimit: undefined };
  const mode = (memory ? 0o1777 : 0o777) | (fsGroup === undefined ? 0 : 0o2000);
  const group = fsGroup === undefined ? [] : [`gid=${fsGroup}`];
  const size = sizeLimit === undefined ? [] : [`size=${sizeLimit}`];
  return ['exec', ...size, ...group, `mode=${mode.toString(8).padStart(4, '0')}`].toSorted();
}

function filesAt({ files, known }: Extract<Volume, { type: 'files' }>, mount: Mount): readonly Entry[] {
  const placed = files.flatMap((file) => fileAt(file, mount));
  const isEmpty = known && files.length === 0 && !mount.subPath;
  const isFolder = isEmpty || placed.some(([target]) => target !== mount.path);
  return [...(isFolder ? [[mount.path, { inMemory: ['ro'] }] as const] : []), ...placed];
}

function fileAt(file: FileOfVolume, { path, subPath = '' }: Mount): readonly Entry[] {
  const folder = path.replace(/\/$/, '');
  const chosen = subPath.replace(/\/$/, '');
  const below = chosen === '' ? `/${file.path}` : file.path.slice(chosen.length);
  if (chosen !== '' && (!file.path.startsWith(chosen) || !/^(\/|$)/.test(below))) return [];
  const { source } = file;
  const content = 'content' in source ? textOf(source.content) : shown([source]);
  return [[`${folder}${below}`, { file: content, executable: (file.mode & 0o111) > 0 }]];
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
}
