import {
  chmodSync,
  closeSync,
  existsSync,
  fchmodSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { removeLeftovers, temporaryFile } from './temporary-files';
import { using } from './unusable-file';

export interface NewFile<C extends string | Uint8Array = string> {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly content: C;
  /** @default 0o644 */
  readonly mode?: number;
  /** @default - as the system makes folders */
  readonly folderMode?: number;
}

/** Files and the folder that they are to be below. */
export interface NewFiles {
  readonly folder: string;
  readonly files: readonly NewFile<string | Uint8Array>[];
}

/**
 * Writes the files that changed, all or none of them: each beside its place first, and into it only when all are
 * written to their end. A link that leads out of the folder is not followed. Tells how many changed.
 *
 * @throws UnusableFile
 */
export function writeFiles(...places: readonly NewFiles[]): number {
  const staged: Staged[] = [];
  try {
    for (const { folder, files } of places) {
      const enter = doorOf(folder);
      for (const file of files) using(join(folder, file.path), () => stage(staged, enter(file), file));
    }
    for (const { temporary, target } of staged) using(target, () => renameSync(temporary, target));
  } catch (error) {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    throw error;
  }
  return staged.length;
}

interface Staged {
  readonly temporary: string;
  readonly target: string;
}

interface Place {
  readonly target: string;
  /** What is there now. */
  readonly before?: Stats;
}

/** The way from a folder to its files, which looks at each of the folders between once: there may be thousands of files. */
function doorOf(folder: string): (file: NewFile<string | Uint8Array>) => Place {
  const known = new Set<string>();
  return ({ path, folderMode }) => {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!known.has(parent)) {
      refuseEscape(folder, target, parent);
      const isMade = mkdirSync(parent, { recursive: true, mode: folderMode }) !== undefined;
      if (!isMade) removeLeftovers(parent);
    }
    if (folderMode !== undefined && modeOf(parent) !== folderMode) chmodSync(parent, folderMode);
    known.add(parent);
    const before = lstatSync(target, { throwIfNoEntry: false });
    if (before?.isSymbolicLink()) refuseEscape(folder, target, target);
    return { target, before };
  };
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o7777;
}

function stage(staged: Staged[], { target, before }: Place, { content, mode = 0o644 }: NewFile<string | Uint8Array>) {
  if (before && holds(target, before, Buffer.from(content))) {
    if ((before.mode & 0o7777) !== mode) chmodSync(target, mode);
    return;
  }
  const temporary = temporaryFile(dirname(target), staged.length);
  staged.push({ temporary, target });
  const file = openSync(temporary, 'w', mode);
  try {
    writeFileSync(file, content);
    fchmodSync(file, mode); // whatever the umask
  } finally {
    closeSync(file);
  }
}

function holds(target: string, before: Stats, bytes: Buffer): boolean {
  if (before.isFile() && before.size !== bytes.length) return false;
  return existsSync(target) && readFileSync(target).equals(bytes);
}

/** A path leads out when the nearest folder above it that exists does. The folder itself may be there only by now. */
function refuseEscape(folder: string, target: string, from: string): void {
  const way = relative(existing(folder), existing(from));
  if (way === '..' || way.startsWith(`..${sep}`)) {
    const message = `${target} leads out of ${folder}. Nothing was written there. Fix: remove the link or the "..".`;
    throw Object.assign(new Error(message), { code: 'OUTSIDE' });
  }
}

function existing(path: string): string {
  return existsSync(path) ? realpathSync.native(path) : existing(dirname(path));
}
