import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { App } from 'cdk8s';
import type { Problem } from './checks/problem';
import type { Rendered } from './compose/render';
import { secretFiles } from './compose/secret-values';
import { composeYaml, marker } from './compose/write';
import type { Difference } from './differences/difference';
import { differenceText } from './differences/difference-text';
import { type NewFile, writeFile } from './files/write-file';
import type { Manifest } from './manifests/manifest';
import { manifestFiles } from './manifests/write-manifests';
import { refuse } from './problems';
import type { Reading } from './workloads/read-manifests';

/** All that a synthesis yields, before any of it is written. */
export interface Output {
  readonly app: App;
  readonly projectRoot: string;
  readonly compose: boolean;
  /** Those to make, which the app does not make itself. */
  readonly namespaces: readonly object[];
  readonly manifests: readonly Manifest[];
  readonly reading: Reading;
  readonly rendered: Rendered;
  readonly differences: readonly Difference[];
}

const composePath = 'compose.yaml';

/** One a line: where, what became of it, and why. */
export const differencesPath = '.tandem/differences.txt';

/** Writes the manifests below the app's output folder, and the Compose file and what it points to at the project's root. */
export function writeOutput(output: Output): void {
  const { app, projectRoot, manifests, namespaces } = output;
  if (output.compose) refuse(foreignFile(join(projectRoot, composePath)));
  const files = [...manifestFiles(app, manifests, namespaces), ...metadataFile(app, manifests)];
  for (const file of files) writeFile(resolve(app.outdir), file);
  if (output.compose) for (const file of laptopFiles(output)) writeFile(projectRoot, file);
}

/** What cdk8s' own validations ask for, to name constructs in their reports. */
function metadataFile(app: App, manifests: readonly Manifest[]): readonly NewFile[] {
  if (!Reflect.get(app, 'recordConstructMetadata')) return [];
  const resources = Object.fromEntries(manifests.map(({ name, construct }) => [name, { path: construct }]));
  return [{ path: 'construct-metadata.json', content: JSON.stringify({ version: '1.0.0', resources }) }];
}

/** `.tandem` hides itself from git and from other users; the file that points to it comes last. */
function laptopFiles({ projectRoot, rendered, differences }: Output): readonly NewFile[] {
  return [
    { path: '.tandem/.gitignore', content: '*\n', folderMode: 0o700 },
    { path: differencesPath, content: differences.map((one) => `${differenceText(one)}\n`).join('') },
    ...secretFiles(projectRoot, rendered.assets),
    { path: composePath, content: composeYaml(rendered.file) },
  ];
}

function foreignFile(path: string): readonly Problem[] {
  if (!existsSync(path) || readFileSync(path, 'utf8').startsWith(marker)) return [];
  return [
    {
      construct: path,
      prop: 'compose',
      wrong: 'is a file that cdk8s-tandem did not write',
      expected: 'no file there, or one from an earlier synth.',
      fix: 'rename it, or write no Compose file: new TandemApp({ compose: false }).',
    },
  ];
}
