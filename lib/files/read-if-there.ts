import { existsSync, readFileSync } from 'node:fs';
import { using } from './unusable-file';

/**
 * The bytes of a file; none where there is no such file.
 *
 * @throws UnusableFile where there is one that cannot be read
 */
export function readIfThere(path: string): Buffer | undefined {
  return using(path, () => (existsSync(path) ? readFileSync(path) : undefined));
}
