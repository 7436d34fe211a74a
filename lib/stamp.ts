import { secretPath } from './compose/files';
import type { Rendered } from './compose/render';
import type { NewFile } from './files/write-files';
import { sha256 } from './units/sha256';
import { secretsIn } from './workloads/text';

/** Which compose.yaml the files of `.tandem` belong to: git carries that one alone. */
export interface Stamp {
  /** Hash of compose.yaml. */
  readonly compose: string;
  /** Files of the secrets that a service takes variables from: its own file of variables has them mixed with others. */
  readonly secrets: Readonly<Record<string, readonly string[]>>;
}

export const stampPath = '.tandem/stamp.json';

export function stampFile(compose: string, rendered: Rendered): NewFile {
  const stamp: Stamp = { compose: hashOf(compose), secrets: secretsOf(rendered) };
  return { path: stampPath, content: `${JSON.stringify(stamp)}\n` };
}

/** The same whatever line ends a checkout has given the text. */
export function hashOf(text: string): string {
  return sha256(text.replaceAll('\r\n', '\n'));
}

function secretsOf({ file, assets }: Rendered): Stamp['secrets'] {
  const variablesIn = new Map(
    assets.flatMap((asset) => ('variables' in asset ? [[asset.path, Object.values(asset.variables)]] : [])),
  );
  const services = Object.entries(file.services).map(([name, { env_file = [] }]) => {
    const variables = env_file.flatMap((path) => variablesIn.get(path) ?? []);
    return [name, [...new Set(variables.flatMap(secretsIn).map(secretPath))]] as const;
  });
  return Object.fromEntries(services.filter(([, paths]) => paths.length > 0));
}
