import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type App, Chart } from 'cdk8s';
import { TandemApp, type TandemAppProps } from 'cdk8s-tandem';
import { synthesize } from '../lib/app';
import type { ComposeFile, Service } from '../lib/compose/compose-file';
import type { Output } from '../lib/output';

/** What a synthesis of the definition yields; nothing is written. */
export function synthesized(define: (chart: Chart, app: App) => void, props: TandemAppProps = {}): Output {
  const app = new TandemApp({ outdir: '/nonexistent', ...props });
  define(new Chart(app, 'orders', { namespace: 'orders' }), app);
  return synthesize(app, props);
}

export function composed(define: (chart: Chart, app: App) => void): ComposeFile {
  return synthesized(define).rendered.file;
}

export function serviceOf(define: (chart: Chart) => void, name: string): Service {
  const service = composed(define).services[name];
  if (!service) throw new Error(`no service ${name}`);
  return service;
}

/** A manifest as it will be applied; `undefined` where there is none. */
export function objectOf(output: Output, kind: string, name: string): Readonly<Record<string, unknown>> | undefined {
  return output.manifests.find((manifest) => manifest.kind === kind && manifest.name === name)?.object;
}

/** A folder for one test, gone after it. */
export function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every file below a folder, by its path with `/`. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  const files = paths.filter((path) => statSync(path).isFile()).sort();
  return Object.fromEntries(
    files.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

/** Writes what the definition yields into a folder, and gives back what was said on the terminal. */
export function written(folder: string, define: (app: TandemApp) => void, props: TandemAppProps = {}): string {
  const said: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  try {
    const app = new TandemApp({ outdir: join(folder, 'dist'), projectRoot: folder, ...props });
    define(app);
    app.synth();
  } finally {
    stderr.mockRestore();
  }
  return said.join('');
}
