import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The values of this laptop's secrets, which nothing that is shown may have in it. */
export interface KnownSecrets {
  readonly values: readonly string[];
  /** When the last of them was written, in milliseconds since 1970; for ever, where there are none to know. */
  readonly written: number;
}

export function knownSecrets(root: string): KnownSecrets {
  const folder = join(root, '.tandem', 'secrets');
  if (!existsSync(join(root, '.tandem'))) return { values: [], written: Number.POSITIVE_INFINITY };
  if (!existsSync(folder)) return { values: [], written: 0 };
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  const files = paths.filter((path) => statSync(path).isFile());
  return {
    values: files.map((path) => readFileSync(path, 'utf8')),
    written: Math.max(0, ...files.map((path) => statSync(path).mtimeMs)),
  };
}
