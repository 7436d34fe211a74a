import { join, resolve } from 'node:path';
import type { App } from 'cdk8s';
import { anotherApp, anotherManifest } from './another-app';
import type { Problem } from './checks/problem';
import { refuse } from './checks/refuse';
import type { Rendered } from './compose/render';
import { secretFiles, unfitSecrets } from './compose/secret-values';
import { marker as composeMarker, composeYaml } from './compose/write';
import type { Difference } from './differences/difference';
import { differencesJson, jsonMarker } from './differences/differences-json';
import { differencesMarkdown, markdownMarker } from './differences/differences-markdown';
import { entriesOf } from './differences/entry';
import { readIfThere } from './files/read-if-there';
import { type NewFile, writeFiles } from './files/write-files';
import type { Manifest } from './manifests/manifest';
import { manifestFiles } from './manifests/write-manifests';
import type { ComposeMode } from './options';
import { stampFile } from './stamp';
import type { Reading } from './workloads/read-manifests';

/** All that a synthesis yields, before any of it is written. */
export interface Output {
  readonly app: App;
  readonly projectRoot: string;
  readonly compose: ComposeMode;
  /** Those to make, which the app does not make itself. */
  readonly namespaces: readonly object[];
  readonly manifests: readonly Manifest[];
  readonly reading: Reading;
  readonly rendered: Rendered;
  readonly differences: readonly Difference[];
}

/** What is committed with the definition; each begins with the sign that we wrote it. */
export interface CommittedFile extends NewFile {
  readonly marker: string;
}

const composePath = 'compose.yaml';

/** For people. */
export const differencesPath = 'compose.differences.md';

/** Writes the manifests below the app's output folder, and the Compose file and what it points to at the project's root. */
export function writeOutput(output: Output): void {
  const { app, projectRoot, compose, manifests, namespaces } = output;
  const committed = compose === 'written' ? committedFiles(output) : [];
  const files = [...manifestFiles(app, manifests, namespaces), ...metadataFile(app, manifests)];
  if (compose === 'written') {
    const foreign = committed.flatMap((file) => foreignFile(projectRoot, file));
    const others = anotherApp(app, join(resolve(projectRoot), composePath));
    refuse([...others, ...foreign, ...unfitSecrets(projectRoot, output.rendered.assets)]);
  }
  refuse(anotherManifest(app, files));
  const laptop = compose === 'written' ? laptopFiles(output, committed) : [];
  writeFiles({ folder: resolve(app.outdir), files }, { folder: projectRoot, files: laptop });
}

/** What cdk8s' own validations ask for, to name constructs in their reports. */
function metadataFile(app: App, manifests: readonly Manifest[]): readonly NewFile[] {
  if (!Reflect.get(app, 'recordConstructMetadata')) return [];
  const resources = Object.fromEntries(manifests.map(({ name, construct }) => [name, { path: construct }]));
  return [{ path: 'construct-metadata.json', content: JSON.stringify({ version: '1.0.0', resources }) }];
}

/** `.tandem` hides itself from git and from other users; the file that points to it comes last, but for its stamp. */
function laptopFiles(
  { projectRoot, rendered }: Output,
  committed: readonly CommittedFile[],
): readonly NewFile<string | Uint8Array>[] {
  return [
    { path: '.tandem/.gitignore', content: '*\n', folderMode: 0o700 },
    ...secretFiles(projectRoot, rendered.assets),
    ...committed,
    ...committed.filter(({ path }) => path === composePath).map(({ content }) => stampFile(content, rendered)),
  ];
}

/** compose.yaml and, for people and for programs, what it does not say. */
export function committedFiles({ manifests, rendered, differences }: Output): readonly CommittedFile[] {
  const entries = entriesOf(manifests, differences);
  return [
    { path: differencesPath, content: differencesMarkdown(manifests, differences), marker: markdownMarker },
    { path: 'compose.differences.json', content: differencesJson(entries), marker: jsonMarker },
    { path: composePath, content: composeYaml(rendered.file), marker: composeMarker },
  ];
}

function foreignFile(projectRoot: string, { path, marker }: CommittedFile): readonly Problem[] {
  const target = join(projectRoot, path);
  const found = readIfThere(target)?.toString().replaceAll('\r\n', '\n');
  if (found === undefined || found.startsWith(marker)) return [];
  return [
    {
      construct: target,
      prop: 'compose',
      wrong: 'is a file that cdk8s-tandem did not write',
      expected: 'no file there, or one from an earlier synth.',
      fix: 'rename it, or write no Compose file: new TandemApp({ compose: false }).',
    },
  ];
}
