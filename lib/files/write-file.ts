import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export interface NewFile<C extends string | Uint8Array = string> {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly content: C;
  /** @default 0o644 */
  readonly mode?: number;
  /** @default - as the system makes folders */
  readonly folderMode?: number;
}

/**
 * Writes a file below a folder, whole or not at all, and only where it changed. A link that leads out of the folder
 * is not followed.
 */
export function writeFile(
  folder: string,
  { path, content, mode = 0o644, folderMode }: NewFile<string | Uint8Array>,
): boolean {
  const target = join(folder, path);
  refuseEscape(folder, target);
  mkdirSync(dirname(target), { recursive: true, mode: folderMode });
  if (folderMode !== undefined) chmodSync(dirname(target), folderMode);
  if (existsSync(target) && readFileSync(target).equals(Buffer.from(content))) {
    chmodSync(target, mode);
    return false;
  }
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content, { mode });
    chmodSync(temporary, mode);
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
  return true;
}

/** A path leads out when the nearest folder above it that exists does. */
function refuseEscape(folder: string, target: string): void {
  const existing = (path: string): string => (existsSync(path) ? realpathSync(path) : existing(dirname(path)));
  const root = existing(folder);
  const way = relative(root, existing(target));
  if (way === '..' || way.startsWith(`..${sep}`)) {
    throw new Error(`${target} leads out of ${folder}. Nothing was written there. Fix: remove the link or the "..".`);
  }
}
