import { join, resolve } from 'node:path';
import { type App, Chart } from 'cdk8s';
import type { Problem } from './checks/problem';
import type { NewFile } from './files/write-files';

/** What an app of this program has written. */
interface Written {
  readonly app: App;
  readonly content?: string;
}

const written = new Map<string, Written>();

/** Two apps of one program that write one Compose file: the later one would write over the first. */
export function anotherApp(app: App, composeFile: string): readonly Problem[] {
  if (isFree(app, composeFile)) return [];
  return [
    {
      construct: composeFile,
      prop: 'compose',
      wrong,
      expected: 'one app for a Compose file.',
      fix: 'make one app of both, or give one a folder of its own, new TandemApp({ projectRoot: … }), or none: { compose: false }.',
    },
  ];
}

/** The same of manifests, unless both write the same. */
export function anotherManifest(app: App, files: readonly NewFile[]): readonly Problem[] {
  const clash = files.find(({ path, content }) => !isFree(app, join(resolve(app.outdir), path), content));
  if (!clash) return [];
  return [
    {
      construct: join(app.outdir, clash.path),
      prop: 'outdir',
      wrong,
      expected: 'a folder for each app whose charts have one id.',
      fix: "give one a folder of its own, new TandemApp({ outdir: 'dist/staging' }), or make one app of both.",
    },
  ];
}

const wrong = 'is written by another app of this program, and this one would write over it';

function isFree(app: App, file: string, content?: string): boolean {
  const before = written.get(file);
  // What is the same needs no look at the two apps: there may be a file for each of thousands of objects.
  const differs = content === undefined || content !== before?.content;
  if (before && differs && looksOf(before.app) !== looksOf(app)) return false;
  written.set(file, { app, content });
  return true;
}

/** The same definition, made once more, is no other app. */
function looksOf(app: App): string {
  const charts = app.node.findAll().filter(Chart.isChart);
  return JSON.stringify([app.outdir, charts.map(({ node, namespace }) => [node.path, namespace])]);
}
