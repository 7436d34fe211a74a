import { readFileSync, realpathSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';

export type ReadFile = { readonly bytes: Buffer } | { readonly wrong: string; readonly fix: string };

/** A file below a folder. What leads out of it is not read, through a link neither. */
export function readFileBelow(folder: string, path: string, longest: number): ReadFile {
  const found = realPath(resolve(folder, path));
  if (found === undefined) return { wrong: 'is not there', fix: 'write the path of a file of the project.' };
  const inside = relative(realpathSync(folder), found);
  if (/^\.\.(?:[/\\]|$)|^(?:\/|[A-Za-z]:)/.test(inside)) {
    return { wrong: 'leads out of the project through a link', fix: 'put the file itself into the project.' };
  }
  const { size, isFile } = { size: statSync(found).size, isFile: statSync(found).isFile() };
  if (!isFile) return { wrong: 'is no file', fix: 'write the path of a file.' };
  if (size > longest) return { wrong: `has ${size} bytes`, fix: `keep it below ${longest}.` };
  return readable(found);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function readable(path: string): ReadFile {
  try {
    return { bytes: readFileSync(path) };
  } catch {
    return { wrong: 'cannot be read', fix: 'let the one who runs synth read it.' };
  }
}
