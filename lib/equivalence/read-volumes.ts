import type { CarriedVolume } from './carried-app';
import { cut, type Json, listIn, mapIn, textsIn } from './compose-words';
import { optionsIn } from './read-mounts';

type Named = readonly (readonly [name: string, service: Json])[];

/** The folder in which a one-shot has the volumes that it makes ready. */
const workshop = '/volumes';

/** Whether a service only makes volumes ready for those that come after it. */
export function isVolumeOwner({ entrypoint, working_dir: folder }: Json): boolean {
  return folder === workshop && textsIn(entrypoint).slice(0, 2).join(' ') === 'sh -c';
}

/** The volumes, and what a one-shot makes of them before anybody has them mounted. */
export function readVolumes(file: Json, services: Named): Readonly<Record<string, CarriedVolume>> {
  const made = services.filter(([, service]) => isVolumeOwner(service)).flatMap(([, service]) => readSteps(service));
  return Object.fromEntries(
    Object.entries(mapIn(file.volumes)).map(([name, value]) => {
      const { driver_opts: driver } = mapIn(value);
      const { type, o: options = '' } = mapIn(driver);
      const own = made.filter(({ volume }) => volume === name);
      const writable = writableIn(own, '');
      const folders = own.flatMap((step) => (step.folder && !step.writable ? [step.folder] : []));
      return [
        name,
        {
          ...(type === 'tmpfs' && { inMemory: optionsIn(String(options)) }),
          ...(driver !== undefined && type !== 'tmpfs' && { other: driver }),
          ...(writable && { writable }),
          folders: Object.fromEntries(folders.map((folder) => [folder, writableIn(own, folder)])),
        },
      ];
    }),
  );
}

function writableIn(steps: readonly Step[], folder: string): string {
  return steps.flatMap((step) => (step.folder === folder ? (step.writable ?? []) : [])).join(', ');
}

interface Step {
  readonly volume: string;
  /** Below the volume; empty for itself. */
  readonly folder: string;
  /** For whom, where the step is about that and does not make the folder. */
  readonly writable?: string;
}

/** `mkdir -p`, `chgrp`, `chmod`: of a program that may do these. */
function readSteps(service: Json): readonly Step[] {
  const mounted = new Map(
    listIn(service.volumes)
      .map(mapIn)
      .filter(isEmptyVolume)
      .map(({ source, target }) => [String(target), String(source)]),
  );
  const isRoot = String(service.user ?? '0').split(':')[0] === '0';
  const mayChange = isRoot && ['CHOWN', 'FOWNER'].every((capability) => textsIn(service.cap_add).includes(capability));
  const [, , script = ''] = textsIn(service.entrypoint);
  return script.split(' && ').flatMap((step): readonly Step[] => {
    const [program = '', option = '', ...places] = wordsIn(step);
    const meaning = meanings[program]?.(option);
    if (meaning === undefined || (program !== 'mkdir' && !mayChange)) return [];
    return places.map((place) => {
      const [first, folder] = cut(place, '/');
      return { volume: mounted.get(`${workshop}/${first}`) ?? place, folder, ...meaning };
    });
  });
}

/** Mounted in another way it would take what the image has at its place, or be no volume. */
function isEmptyVolume({ type, volume }: Json): boolean {
  return type === 'volume' && mapIn(volume).nocopy === true;
}

const meanings: Readonly<Record<string, (option: string) => { readonly writable?: string }>> = {
  mkdir: () => ({}),
  chgrp: (group) => ({ writable: `group ${group}` }),
  chmod: (mode) => ({ writable: mode }),
};

function wordsIn(step: string): readonly string[] {
  return [...step.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(
    ([, quoted, bare = '']) => quoted?.replaceAll("'\\''", "'") ?? bare,
  );
}
