import { approximated, type Difference, leftOpen } from '../differences/difference';
import { remembered } from '../units/remembered';
import { sha256 } from '../units/sha256';
import type { Mount, SecretKey, Volume, VolumeFile } from '../workloads/volume';
import { nearTo } from './environment-differences';
import type { Fragment, MountedFile } from './fragment';
import { leftOut } from './left-out';
import type { Names } from './names';

type FilesVolume = Extract<Volume, { type: 'files' }>;

interface Placed {
  readonly file: VolumeFile;
  /** Key of the top-level `configs` or `secrets`. */
  readonly source: string;
  readonly target: string;
  readonly asset: MountedFile;
}

/**
 * The files of a volume, one by one: in a read-only container Compose mounts files, not their content. Below them lies
 * an empty folder, for nothing that the image has there shows in a cluster.
 */
export function filesOf(mount: Mount, volume: FilesVolume, pod: string, names: Names): Fragment {
  const placed = volume.files.flatMap((file, index) => place(file, mount, placeOf(file, index, volume, pod, names)));
  const secret = placed.filter(({ file }) => file.source.from === 'secret');
  const open = placed.filter(({ file }) => file.source.from !== 'secret');
  const isFolder = placed.some(({ target }) => target !== mount.path) || isEmptyFolder(volume, mount);
  return {
    service: {
      tmpfs: isFolder ? [`${mount.path}:ro`] : [],
      configs: open.map(({ source, target }) => ({ source, target })),
      secrets: secret.map(({ source, target }) => ({ source, target })),
      labels: open.length > 0 ? { [`files${mount.path.replaceAll('/', '.')}`]: hashOf(open) } : {},
    },
    file: { configs: sourcesOf(open), secrets: sourcesOf(secret) },
    assets: placed.map(({ asset }) => asset),
    differences: [
      ...(placed.length === 0 && !isFolder ? nothingToMount(mount, volume) : []),
      ...volume.missing.map(noSuchKey),
      ...otherModes(volume),
      ...volume.files.flatMap(({ field, source }) =>
        source.from === 'pod' && source.near ? [approximated(field, ...nearTo[source.near])] : [],
      ),
    ],
  };
}

/** That of a ConfigMap without a key: nothing that the image has there shows, either. */
function isEmptyFolder({ files, known }: FilesVolume, { subPath }: Mount): boolean {
  return known && files.length === 0 && !subPath;
}

function nothingToMount(mount: Mount, { files }: FilesVolume): readonly Difference[] {
  if (files.length === 0) return leftOut(mount, 'nothing here knows which files the volume has');
  const note = `no file of the volume ${mount.volume} is called ${mount.subPath}`;
  return [leftOpen(mount.field.at('subPath'), note)];
}

function noSuchKey({ field }: FilesVolume['missing'][number]): Difference {
  return leftOpen(field, `the app makes the object, without the key ${field.peek()}`);
}

/** A mounted file keeps the mode of the laptop's own: whoever the process is, it must be able to read it. */
function otherModes({ field, files }: FilesVolume): readonly Difference[] {
  if (files.length === 0) return [];
  return field
    .leaves()
    .filter((leaf) => ['defaultMode', 'mode'].includes(String(leaf.path.at(-1))))
    .filter((leaf) => ![0o644, 0o755].includes(Number(leaf.peek())))
    .map((leaf) =>
      approximated(
        leaf,
        '0644, or 0755 where it is executable: a file of the laptop is mounted as it is',
        'whoever else is in the container may read the file, too',
      ),
    );
}

type Place = Omit<Placed, 'file' | 'target'>;

function placeOf(file: VolumeFile, index: number, volume: FilesVolume, pod: string, names: Names): Place {
  const { source, mode } = file;
  const executable = (mode & 0o111) > 0;
  if (source.from === 'pod') {
    const path = `./.tandem/pods/${pod}/${volume.name}/${file.path}`;
    return { source: `${pod}_${volume.name}_${index}`, asset: { path, content: [source.content], executable } };
  }
  if (source.from === 'secret') {
    const folder = source.value === undefined ? source.name : names.secret(source);
    return placeOfKey('secrets', folder, source.key, [source], executable);
  }
  const { content, key } = source;
  return placeOfKey(
    'configs',
    names.config(source),
    key,
    typeof content === 'string' ? [content] : content,
    executable,
  );
}

/**
 * A key that one volume has as a program and another as a text is two files: each has one mode. No object's name is in
 * capitals, so none has the name of the program.
 */
function placeOfKey(
  kind: 'configs' | 'secrets',
  folder: string,
  key: string,
  content: MountedFile['content'],
  executable: boolean,
): Place {
  const path = `./.tandem/${executable ? 'executable/' : ''}${kind}/${folder}/${key}`;
  return { source: `${executable ? 'RUN_' : ''}${folder}_${key}`, asset: { path, content, executable } };
}

function place(file: VolumeFile, mount: Mount, at: Place): readonly Placed[] {
  const target = targetOf(file.path, mount);
  return target === undefined ? [] : [{ file, target, ...at }];
}

/**
 * On the laptop a Secret is known by its name alone: a workload that refers to another namespace's database finds the
 * same password under the same name, as it must in the cluster.
 */
export function secretPath({ name, key }: SecretKey): string {
  return `./.tandem/secrets/${name}/${key}`;
}

/** A subPath mounts one file or folder of the volume. */
function targetOf(path: string, mount: Mount): string | undefined {
  const folder = mount.path.replace(/\/$/, '');
  const subPath = mount.subPath?.replace(/\/$/, '');
  if (!subPath) return `${folder}/${path}`;
  if (path === subPath) return folder;
  return path.startsWith(`${subPath}/`) ? `${folder}/${path.slice(subPath.length + 1)}` : undefined;
}

function sourcesOf(placed: readonly Placed[]) {
  return Object.fromEntries(placed.map(({ source, asset }) => [source, { file: asset.path }]));
}

/** Compose does not look into mounted files: the label changes with them, so that `up` makes the container anew. */
function hashOf(placed: readonly Placed[]): string {
  const files = placed.map(({ target, asset: { content } }) => [target, ofContent(content)]);
  return sha256(JSON.stringify(files)).slice(0, 12);
}

/** Of files that hold no secret. */
function ofContent(content: MountedFile['content']): string {
  return content instanceof Uint8Array ? sha256(content) : ofText(content.join(''));
}

/** An app has the same few scripts in hundreds of volumes. */
const ofText = remembered(sha256, 16);
