import { parse } from 'yaml';
import { assetFiles } from '../compose/secret-values';
import { composeYaml } from '../compose/write';
import type { ComposeProject } from '../equivalence/compose-project';
import { mapIn } from '../equivalence/compose-words';
import { interpolatedValues } from '../equivalence/interpolated';
import type { Output } from '../output';

type File = Readonly<Record<string, unknown>>;

const read = new WeakMap<Output, File>();

/** The Compose file as any reader of YAML sees it; of what was synthesized once, it is read once. */
export function composeFile(output: Output): File {
  const file = read.get(output) ?? mapIn(parse(composeYaml(output.rendered.file), { merge: true, logLevel: 'silent' }));
  read.set(output, file);
  return file;
}

/** The file and what it points to, as `synth` would write them. In place of a secret stands its place. */
export function projectOf(output: Output): ComposeProject {
  const written = assetFiles(output.rendered.assets, ({ name, key, value }) => value ?? `‹${name}/${key}›`);
  const files = new Map(written.map((file) => [file.path, file]));
  return {
    file: mapIn(interpolatedValues(composeFile(output))),
    folder: '.',
    fileAt: (path) => {
      const { content, mode = 0 } = files.get(path) ?? {};
      return content === undefined ? undefined : { content: textOf(content), executable: (mode & 0o111) > 0 };
    },
  };
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
}
