import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { App } from 'cdk8s';
import { parse } from 'yaml';
import { synthesize } from '../../lib/app';
import { secretPath } from '../../lib/compose/files';
import type { Asset } from '../../lib/compose/fragment';
import type { ComposeProject } from '../../lib/equivalence/compose-project';
import { mapIn } from '../../lib/equivalence/compose-words';
import { interpolatedValues } from '../../lib/equivalence/interpolated';
import { type Output, writeOutput } from '../../lib/output';
import { secretsIn } from '../../lib/workloads/text';
import type { SecretKey } from '../../lib/workloads/volume';
import type { Definition } from '../zoo/zoo';

/** Writes what the app yields into a folder. Each secret there is its own name, `‹secret/key›`, to be known again. */
export function writtenInto(folder: string, define: Definition): Output {
  const app = new App({ outdir: join(folder, 'dist') });
  define(app);
  const output = synthesize(app, { projectRoot: folder });
  for (const secret of output.rendered.assets.flatMap(secretsOf)) {
    const path = join(folder, secretPath(secret));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `‹${secret.name}/${secret.key}›`);
  }
  writeOutput(output);
  return output;
}

function secretsOf(asset: Asset): readonly SecretKey[] {
  if ('variables' in asset) return Object.values(asset.variables).flatMap(secretsIn);
  return asset.content instanceof Uint8Array ? [] : secretsIn(asset.content);
}

/** The project as it lies there, its YAML read by another's parser. */
export function projectIn(folder: string, yaml = readFileSync(join(folder, 'compose.yaml'), 'utf8')): ComposeProject {
  const file = mapIn(interpolatedValues(parse(yaml, { merge: true })));
  return { file, folder, fileAt: (path) => fileAt(join(folder, path.replace(folder, '.'))) };
}

function fileAt(path: string): ReturnType<ComposeProject['fileAt']> {
  const { mode } = statSync(path);
  return { content: readFileSync(path, 'utf8'), executable: (mode & 0o111) > 0 };
}
