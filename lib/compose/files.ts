import { createHash } from 'node:crypto';
import { approximated, type Difference } from '../differences/difference';
import type { Mount, SecretKey, Volume, VolumeFile } from '../workloads/workload';
import type { Fragment, MountedFile } from './fragment';
import type { Names } from './names';

interface Placed {
  readonly file: VolumeFile;
  /** Key of the top-level `configs` or `secrets`. */
  readonly source: string;
  readonly target: string;
  readonly asset: MountedFile;
}

/** The files of a ConfigMap or Secret, one by one: in a read-only container Compose mounts files, not their content. */
export function filesOf(mount: Mount, volume: Extract<Volume, { type: 'files' }>, names: Names): Fragment {
  const placed = volume.files.flatMap((file) => place(file, mount, names));
  const of = (from: 'config' | 'secret') => placed.filter(({ file }) => file.source.from === from);
  return {
    service: {
      configs: of('config').map(({ source, target }) => ({ source, target })),
      secrets: of('secret').map(({ source, target }) => ({ source, target })),
      labels: of('config').length > 0 ? { [`files${mount.path.replaceAll('/', '.')}`]: hashOf(of('config')) } : {},
    },
    file: { configs: sourcesOf(of('config')), secrets: sourcesOf(of('secret')) },
    assets: placed.map(({ asset }) => asset),
    differences: [
      ...(volume.files.length > 0
        ? []
        : [
            approximated(
              volume.field,
              'without files: nothing here says which keys it has',
              'the folder is empty: name the keys under items',
            ),
          ]),
      ...otherModes(volume),
    ],
  };
}

/** A mounted file keeps the mode of the laptop's own: whoever the process is, it must be able to read it. */
function otherModes({ field }: Volume): readonly Difference[] {
  return field
    .leaves()
    .filter((leaf) => ['defaultMode', 'mode'].includes(String(leaf.path.at(-1))))
    .filter((leaf) => ![0o644, 0o755].includes(Number(leaf.peek())))
    .map((leaf) =>
      approximated(
        leaf,
        '0644, or 0755 where it is executable: a file of the laptop is mounted as it is',
        'others in the container may read it too',
      ),
    );
}

function place(file: VolumeFile, mount: Mount, names: Names): readonly Placed[] {
  const target = targetOf(file.path, mount);
  if (target === undefined) return [];
  const { source } = file;
  const folder = source.from === 'config' ? names.config(source) : source.name;
  const path = source.from === 'config' ? `./.tandem/configs/${folder}/${source.key}` : secretPath(source);
  const content = source.from === 'config' ? [source.content] : [source];
  const asset = { path, content, executable: (file.mode & 0o111) > 0 };
  return [{ file, source: `${folder}_${source.key}`, target, asset }];
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
  if (mount.subPath === undefined) return `${folder}/${path}`;
  if (path === mount.subPath) return folder;
  return path.startsWith(`${mount.subPath}/`) ? `${folder}/${path.slice(mount.subPath.length + 1)}` : undefined;
}

function sourcesOf(placed: readonly Placed[]) {
  return Object.fromEntries(placed.map(({ source, asset }) => [source, { file: asset.path }]));
}

/** Compose does not look into mounted files: the label changes with them, so that `up` makes the container anew. */
function hashOf(placed: readonly Placed[]): string {
  const hash = createHash('sha256');
  for (const { target, asset } of placed) hash.update(JSON.stringify([target, asset.content]));
  return hash.digest('hex').slice(0, 12);
}
