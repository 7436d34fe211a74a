import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NewFile } from '../files/write-file';
import type { Text } from '../workloads/text';
import type { SecretKey } from '../workloads/workload';
import { secretPath } from './files';
import type { Asset } from './fragment';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * The laptop's own secrets: made once, kept ever after, safe in a URL. A value that somebody put in its place stays,
 * less the newline at its end that editors leave.
 */
export function secretFiles(projectRoot: string, assets: readonly Asset[]): readonly NewFile[] {
  const values = new Map<string, string>();
  const secretValue = (secret: SecretKey): string => {
    const path = secretPath(secret);
    const value = secret.value ?? values.get(path) ?? valueIn(join(projectRoot, path)) ?? generated();
    values.set(path, value);
    return value;
  };
  const executable = new Set(assets.filter((asset) => asset.executable).map(({ path }) => path));
  const written = assets.map(({ path, content }) => ({
    path,
    content: textOf(content, secretValue),
    mode: executable.has(path) ? 0o755 : 0o644,
  }));
  const unique = new Map(
    [...written, ...[...values].map(([path, content]) => ({ path, content }))].map((file) => [file.path, file]),
  );
  return [...unique.values()];
}

function textOf(text: Text, secretValue: (secret: SecretKey) => string): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : secretValue(piece))).join('');
}

function valueIn(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').replace(/\r?\n$/, '') : undefined;
}

function generated(): string {
  return Array.from({ length: 32 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
