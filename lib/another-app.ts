import { type App, Chart } from 'cdk8s';
import type { Problem } from './checks/problem';

const writers = new Map<string, App>();

/** Two apps of one program that write one Compose file: the later one would write over the first. */
export function anotherApp(app: App, composeFile: string): readonly Problem[] {
  const writer = writers.get(composeFile) ?? app;
  if (looksOf(writer) === looksOf(app)) {
    writers.set(composeFile, app);
    return [];
  }
  return [
    {
      construct: composeFile,
      prop: 'compose',
      wrong: 'is written by another app of this program, and this one would write over it',
      expected: 'one app for a Compose file.',
      fix: 'make one app of both, or give one a folder of its own, new TandemApp({ projectRoot: … }), or none: { compose: false }.',
    },
  ];
}

/** The same definition, made once more, is no other app. */
function looksOf(app: App): string {
  const charts = app.node.findAll().filter(Chart.isChart);
  return JSON.stringify([app.outdir, charts.map(({ node }) => node.path)]);
}
