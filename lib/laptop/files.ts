import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import type { FileFacts, Unbuildable } from '../doctor/facts';
import { hashOf, type Stamp, stampPath } from '../stamp';
import type { Build } from './compose';
import { featuresIn } from './features';

/** What lies in the project, without Docker's help: Compose reads nothing as long as a file is missing. */
export function fileFacts(root: string, platform: NodeJS.Platform): FileFacts {
  const path = join(root, 'compose.yaml');
  if (!existsSync(path)) return { missing: [], features: [] };
  const text = readFileSync(path, 'utf8');
  const read = parsed(text);
  return {
    composeHash: hashOf(text),
    stamp: stampIn(root),
    missing: pointedTo(read).filter((file) => !existsSync(join(root, file))),
    features: featuresIn(read),
    mode: platform === 'win32' ? undefined : modeOf(join(root, '.tandem')),
  };
}

function stampIn(root: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(join(root, stampPath), 'utf8'));
  } catch {
    return undefined;
  }
}

/** What is no YAML is for Compose to refuse. */
function parsed(text: string): unknown {
  try {
    return parse(text, { merge: true });
  } catch {
    return undefined;
  }
}

/** Files and folders of `.tandem` that are named, wherever that is. */
function pointedTo(read: unknown): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string' && value.startsWith('./.tandem/')) found.add(value);
    if (Object(value) === value) Object.values(value as object).forEach(look);
  };
  look(read);
  return [...found];
}

function modeOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.mode;
}

/** In milliseconds; of a file that is gone, none. */
export function timesOf(root: string, paths: readonly string[]): Readonly<Record<string, number>> {
  const time = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs;
  return Object.fromEntries(paths.flatMap((path) => [[path, time(path) ?? 0]]));
}

/** A context may be a repository, which is not for us to look into. */
export function unbuildable(root: string, builds: readonly Build[]): readonly Unbuildable[] {
  return builds
    .filter(({ context }) => isAbsolute(context))
    .flatMap(({ service, context, dockerfile }) => {
      const needed = [context, ...(dockerfile === undefined ? [] : [resolve(context, dockerfile)])];
      const path = needed.find((place) => !existsSync(place));
      return path === undefined ? [] : [{ service, path: relative(root, path).replaceAll('\\', '/') }];
    });
}
