import type { ImageFacts, Service } from '../doctor/facts';
import { needsOf, placesOf } from '../doctor/programs';
import { docker, dockerJson } from './docker';

/** Which of the programs that services need an image holds. It is looked into, and nothing of it is run. */
export async function imageFacts(image: string, services: readonly Service[]): Promise<ImageFacts> {
  const inspected = await dockerJson('image', 'inspect', image);
  if (!Array.isArray(inspected) || inspected.length === 0) return { here: false, path: '', programs: [] };
  const path = pathIn(inspected[0].Config?.Env ?? []);
  const wanted = services.flatMap((service) =>
    needsOf(service).map(({ program }) => placesOf(program, service, { path })),
  );
  return { here: true, path, ...(await lookInto(image, wanted)) };
}

/** As the engine itself takes it where the image says nothing. */
const usualPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

function pathIn(env: readonly string[]): string {
  return env.find((variable) => variable.startsWith('PATH='))?.slice('PATH='.length) || usualPath;
}

type Look = Pick<ImageFacts, 'complaint' | 'programs'>;

/** By a container that is made and never started. Its command need not exist. */
async function lookInto(image: string, wanted: readonly (readonly string[])[]): Promise<Look> {
  if (wanted.length === 0) return { programs: [] };
  const made = await docker(['create', '--pull=never', '--network=none', image, 'tandem-doctor']);
  if (made.code !== 0) return { programs: [], complaint: made.stderr };
  const container = made.stdout.toString().trim();
  try {
    return { programs: await firstFound(container, wanted) };
  } finally {
    await docker(['rm', '--force', '--volumes', container]);
  }
}

async function firstFound(container: string, wanted: readonly (readonly string[])[]): Promise<readonly string[]> {
  const holds = new Map<string, boolean>();
  for (const places of wanted) {
    for (const place of places) {
      if (!holds.has(place)) holds.set(place, await holdsProgram(container, place));
      if (holds.get(place)) break;
    }
  }
  return [...holds].filter(([, held]) => held).map(([place]) => place);
}

/** The first block of a tar archive says of what kind and mode the file is; links are followed. */
async function holdsProgram(container: string, place: string): Promise<boolean> {
  const { stdout } = await docker(['cp', '--follow-link', `${container}:${place}`, '-'], { most: tarBlock });
  if (stdout.length < tarBlock) return false;
  const mode = Number.parseInt(stdout.toString('latin1', 100, 108), 8);
  const kind = stdout.toString('latin1', 156, 157);
  return (kind === '0' || kind === '\0') && (mode & 0o111) > 0;
}

const tarBlock = 512;
