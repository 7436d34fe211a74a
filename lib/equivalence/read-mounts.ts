import type { CarriedMount } from './carried-app';
import type { ComposeProject } from './compose-project';
import { bytesIn, cut, folderIn, type Json, listIn, mapIn } from './compose-words';

/** What a container finds in its file system beside its image, by where it is. */
export function readMounts(service: Json, project: ComposeProject): Readonly<Record<string, CarriedMount>> {
  return Object.fromEntries([
    ...listIn(service.volumes).map((entry) => readVolumeMount(entry, project.folder)),
    ...listIn(service.tmpfs).map((entry) => {
      const [target, options] = cut(String(entry), ':');
      return [target, { inMemory: optionsIn(options) }] as const;
    }),
    ...(service.shm_size === undefined
      ? []
      : [['/dev/shm', { inMemory: [`size=${bytesIn(service.shm_size)}`] }] as const]),
    ...listIn(service.configs).map((entry) => readFile(entry, project, 'configs', '/')),
    ...listIn(service.secrets).map((entry) => readFile(entry, project, 'secrets', '/run/secrets/')),
  ]);
}

function readVolumeMount(entry: unknown, folder: string): readonly [string, CarriedMount] {
  const {
    type,
    source,
    target,
    read_only: readOnly,
    volume,
  } = typeof entry === 'string' ? cutVolume(entry) : mapIn(entry);
  const { nocopy, subpath } = mapIn(volume);
  if (type === 'bind' && typeof entry !== 'string') {
    return [String(target), { other: { ...mapIn(entry), source: folderIn(folder, source) } }];
  }
  if (type !== 'volume') return [String(target), { other: entry }];
  return [
    String(target),
    {
      volume: String(source),
      ...(subpath !== undefined && { folder: String(subpath) }),
      readOnly: readOnly === true,
      startsEmpty: nocopy === true,
    },
  ];
}

function cutVolume(entry: string): Json {
  const [source = '', target = '', mode = ''] = entry.split(':');
  const type = /^[./~]/.test(source) ? 'bind' : 'volume';
  return { type, source, target, read_only: mode.split(',').includes('ro') };
}

function readFile(
  entry: unknown,
  { file, fileAt }: ComposeProject,
  kind: 'configs' | 'secrets',
  folder: string,
): readonly [string, CarriedMount] {
  const { source, target = `${folder}${source}` } = typeof entry === 'string' ? { source: entry } : mapIn(entry);
  const { file: path, content } = mapIn(mapIn(file[kind])[String(source)]);
  const { content: text = content, executable = false } = fileAt(String(path)) ?? {};
  return [String(target), { file: String(text), executable }];
}

/** The options of a mount in any order, its size in bytes. */
export function optionsIn(text: string): readonly string[] {
  const options = text.split(',').filter((option) => option !== '');
  return options.map((option) => option.replace(/^size=(.*)$/, (_, size) => `size=${bytesIn(size)}`)).toSorted();
}
