import { join, resolve } from 'node:path';
import { problemText } from '../checks/problem';
import type { Description } from '../description';
import { writeFiles } from '../files/write-files';
import { unlocked } from '../image-lock';
import { type ImageLock, lockPath, lockText, readLock } from '../images/image-lock';
import { type Digest, digestOf } from '../laptop/digest';
import { readAppCommand } from './cdk8s-yaml';
import { describedApps } from './described-apps';
import { type Outcome, refused } from './outcome';
import { unlockedImage } from './unlocked-image';

/** `tandem lock [--update] [image…]`: the digest of every image by tag, written beside cdk8s.yaml when all are known. */
export async function lock(names: readonly string[], all: boolean): Promise<Outcome> {
  const command = readAppCommand(process.cwd());
  if (typeof command !== 'string') return command;
  const described = await describedApps(command, { [unlocked]: 'on' });
  if ('code' in described) return described;
  const images = imagesOf(described.apps);
  const stray = names.find((name) => !images.some(([, image]) => image === name));
  if (stray !== undefined)
    return refused(`no manifest has the image ${stray} by tag alone`, images.map(([, image]) => image).join(', '));
  const renews = (image: string) => (names.length > 0 ? names.includes(image) : all);
  return locked([...new Set(images.map(([root]) => root))], images, renews);
}

type Used = readonly (readonly [root: string, image: string])[];

function imagesOf(apps: readonly Description[]): Used {
  return apps.flatMap(({ projectRoot, images }) => images.map((image) => [resolve(projectRoot), image] as const));
}

async function locked(roots: readonly string[], images: Used, renews: (image: string) => boolean): Promise<Outcome> {
  const before = roots.map((root) => [root, readLock(root)] as const);
  const wrong = before.flatMap(([, { problems }]) => problems);
  if (wrong.length > 0) return { code: 1, stderr: wrong.map((problem) => `${problemText(problem)}\n`).join('') };
  const found = await digests(images);
  const locks = before.map(([root, { lock = {} }]) => lockedRoot(root, lock, images, found, renews));
  const failures = [...new Set(locks.flatMap((one) => one.failures))];
  if (failures.length > 0) return { code: 1, stderr: `${failures.join('\n')}\nNothing was written.\n` };
  writeFiles(
    ...locks.map(({ root, lock }) => ({ folder: root, files: [{ path: lockPath, content: lockText(lock) }] })),
  );
  return { code: 0, stdout: [...locks.flatMap(({ notes }) => notes), ...locks.map(done), ''].join('\n') };
}

async function digests(images: Used): Promise<ReadonlyMap<string, Digest>> {
  const names = [...new Set(images.map(([, image]) => image))];
  return new Map(await Promise.all(names.map(async (image) => [image, await digestOf(image)] as const)));
}

interface LockedRoot {
  readonly root: string;
  readonly lock: ImageLock;
  readonly notes: readonly string[];
  readonly failures: readonly string[];
}

function lockedRoot(
  root: string,
  before: ImageLock,
  used: Used,
  found: ReadonlyMap<string, Digest>,
  renews: (image: string) => boolean,
): LockedRoot {
  const lock: Record<string, string> = {};
  const [notes, failures]: [string[], string[]] = [[], []];
  for (const [, image] of used.filter(([where]) => where === root)) {
    const answer = found.get(image) ?? { failure: 'was not asked for' };
    const kept = renews(image) || !Object.hasOwn(before, image) ? undefined : before[image];
    if (kept) lock[image] = kept;
    else if ('digest' in answer) lock[image] = answer.digest;
    if ('failure' in answer && kept) notes.push(`${image}: ${answer.failure}. It stays locked to ${kept}.`);
    else if ('failure' in answer) failures.push(unlockedImage(image, answer.failure));
    else if (kept && kept !== answer.digest) notes.push(moved(image, kept, answer.digest));
  }
  return { root, lock, notes, failures };
}

function moved(image: string, kept: string, now: string): string {
  return `${image}: points to ${now} now, and stays locked to ${kept}: tags must be immutable.\n  Fix: push under a new tag; or take what is there now: npx tandem lock ${image}`;
}

function done({ root, lock }: LockedRoot): string {
  const count = Object.keys(lock).length;
  return `tandem: ${count === 1 ? 'one image' : `${count} images`} in ${join(root, lockPath)}; now: npx cdk8s synth`;
}
