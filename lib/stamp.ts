import { createHash } from 'node:crypto';
import { secretPath } from './compose/files';
import type { Rendered } from './compose/render';
import { composeYaml } from './compose/write';
import type { NewFile } from './files/write-file';
import { secretsIn } from './workloads/text';

/** Which compose.yaml the files of `.tandem` belong to: git carries that one alone. */
export interface Stamp {
  /** Hash of compose.yaml. */
  readonly compose: string;
  /** Files of the secrets that a service takes variables from: its own file of variables has them mixed with others. */
  readonly secrets: Readonly<Record<string, readonly string[]>>;
}

export const stampPath = '.tandem/stamp.json';

export function stampFile(rendered: Rendered): NewFile {
  const stamp: Stamp = { compose: hashOf(composeYaml(rendered.file)), secrets: secretsOf(rendered) };
  return { path: stampPath, content: `${JSON.stringify(stamp)}\n` };
}

/** The same whatever line ends a checkout has given the text. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}

function secretsOf({ file, assets }: Rendered): Stamp['secrets'] {
  const services = Object.entries(file.services).map(([name, { env_file = [] }]) => {
    const variables = assets.flatMap((asset) =>
      'variables' in asset && env_file.includes(asset.path) ? Object.values(asset.variables) : [],
    );
    return [name, [...new Set(variables.flatMap(secretsIn).map(secretPath))]] as const;
  });
  return Object.fromEntries(services.filter(([, paths]) => paths.length > 0));
}
