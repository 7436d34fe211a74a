import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { partsOf, wholeDigest } from '../checks/image';
import { isPlainObject } from '../checks/plain-object';
import type { Problem } from '../checks/problem';

/** Beside cdk8s.yaml, and committed. */
export const lockPath = 'images.lock.json';

/** The digest of each image, by its name and tag as the manifests write them. */
export type ImageLock = Readonly<Record<string, string>>;

export interface ReadLock {
  /** None where there is no file. */
  readonly lock?: ImageLock;
  /** The text as it lies there. */
  readonly text?: string;
  readonly problems: readonly Problem[];
}

export function readLock(folder: string): ReadLock {
  const path = join(folder, lockPath);
  if (!existsSync(path)) return { problems: [] };
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  const wrong = wrongLock(text);
  return wrong.length > 0 ? { text, problems: wrong } : { lock: JSON.parse(text).images, text, problems: [] };
}

/** The same bytes for the same images. */
export function lockText(lock: ImageLock): string {
  const images = Object.fromEntries(Object.entries(lock).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ version: 1, images }, undefined, 2)}\n`;
}

function wrongLock(text: string): readonly Problem[] {
  const content = parsed(text);
  if (!isPlainObject(content)) return [wrongPlace('all of it', 'is no JSON object')];
  const { version, images } = content;
  if (version !== 1) return [wrongPlace('version', 'is another than this release reads', version)];
  if (!isPlainObject(images)) return [wrongPlace('images', 'is no object of images and digests', images)];
  return [...repeated(text), ...Object.entries(images).flatMap(([image, digest]) => wrongEntry(image, digest))];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** JSON itself lets the last of two keys win; YAML, which JSON is, does not. */
function repeated(text: string): readonly Problem[] {
  const twice = parseDocument(text).errors.some(({ code }) => code === 'DUPLICATE_KEY');
  return twice ? [wrongPlace('images', 'names something twice')] : [];
}

function wrongEntry(image: string, digest: unknown): readonly Problem[] {
  const { tag, digest: own } = partsOf(image);
  if (!tag || own) return [wrongPlace(`images["${image}"]`, 'is not the name of an image with a tag')];
  if (typeof digest === 'string' && wholeDigest.test(digest)) return [];
  return [wrongPlace(`images["${image}"]`, 'is no whole digest', digest)];
}

function wrongPlace(prop: string, wrong: string, ...got: readonly unknown[]): Problem {
  return lockProblem('take the committed one back, or remove it and run: npx tandem lock', prop, wrong, ...got);
}

/** What is wrong with the file itself; the value is left out where none is given. */
export function lockProblem(fix: string, prop: string, wrong: string, ...got: readonly unknown[]): Problem {
  const value = got.length > 0 ? { got: got[0] } : {};
  return { construct: lockPath, prop, wrong, ...value, expected: 'the file as tandem lock writes it.', fix };
}
