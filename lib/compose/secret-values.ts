import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { Problem } from '../checks/problem';
import { readIfThere } from '../files/read-if-there';
import type { NewFile } from '../files/write-files';
import { type Content, textOrBytes } from '../workloads/content';
import { secretsIn, type Text } from '../workloads/text';
import type { SecretKey } from '../workloads/volume';
import { secretPath } from './files';
import type { Asset } from './fragment';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * The laptop's own secrets: made once, kept ever after, safe in a URL. A value that somebody put in its place stays,
 * less the newline at its end that editors leave.
 */
export function secretFiles(projectRoot: string, assets: readonly Asset[]): readonly NewFile<Content>[] {
  const values = new Map<string, Content>();
  const secretValue = (secret: SecretKey): Content => {
    if (secret.value !== undefined) return secret.value;
    const path = secretPath(secret);
    const value = values.get(path) ?? valueIn(join(projectRoot, path)) ?? generated();
    values.set(path, value);
    return value;
  };
  const written = assetFiles(assets, secretValue);
  const unique = new Map(
    [...written, ...[...values].map(([path, content]) => ({ path, content }))].map((file) => [file.path, file]),
  );
  return [...unique.values()];
}

/** What the Compose file points to, each secret in it as `secretValue` has it. */
export function assetFiles(assets: readonly Asset[], secretValue: SecretValue): readonly NewFile<Content>[] {
  return assets.map((asset) => ({
    path: asset.path,
    content: 'variables' in asset ? variablesOf(asset.variables, secretValue) : contentOf(asset.content, secretValue),
    mode: 'executable' in asset && asset.executable ? 0o755 : 0o644,
  }));
}

/** Bytes that somebody put where a variable takes its value from. */
export function unfitSecrets(projectRoot: string, assets: readonly Asset[]): readonly Problem[] {
  const used = assets.flatMap((asset) =>
    'variables' in asset ? Object.values(asset.variables).flatMap(secretsIn) : [],
  );
  const paths = [...new Set(used.filter(({ value }) => value === undefined).map(secretPath))];
  const isText = (value: Content | undefined) => !(value instanceof Uint8Array) && !value?.includes('\0');
  return paths
    .filter((path) => !isText(valueIn(join(projectRoot, path))))
    .map((path) => ({
      construct: path,
      prop: 'value',
      wrong: 'is not text, and a variable takes its value from there',
      expected: 'text in UTF-8, without NUL.',
      fix: 'write text into the file, or mount the Secret in place of the variable.',
    }));
}

type SecretValue = (secret: SecretKey) => Content;

/** Bytes stay what they are; only text can be part of a text. */
function contentOf(content: Text | Uint8Array, secretValue: SecretValue): Content {
  if (content instanceof Uint8Array) return content;
  const [first, ...others] = content.map((piece) => (typeof piece === 'string' ? piece : secretValue(piece)));
  return others.length === 0 ? (first ?? '') : [first, ...others].map(String).join('');
}

/**
 * A file of variables, each in quotes, so that it may have any value, one of several lines too: Compose's own parser
 * reads the very same text again.
 */
function variablesOf(variables: Readonly<Record<string, Text>>, secretValue: SecretValue): string {
  const lines = Object.entries(variables).map(
    ([name, text]) => `${name}="${quoted(String(contentOf(text, secretValue)))}"\n`,
  );
  return lines.join('');
}

function quoted(text: string): string {
  return text
    .replace(/[\\"$]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

function valueIn(path: string): Content | undefined {
  const bytes = readIfThere(path);
  const value = bytes && textOrBytes(bytes);
  return typeof value === 'string' ? value.replace(/\r?\n$/, '') : value;
}

function generated(): string {
  return Array.from({ length: 32 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
