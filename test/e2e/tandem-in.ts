import { join } from 'node:path';
import { type Said, tryRun } from './run';

const repository = join(__dirname, '..', '..');

/** So that what runs in a folder finds the sources of this package in place of the package. */
export const fromSources = { TSX_TSCONFIG_PATH: join(repository, 'tsconfig.json') };

/** `npx tandem …` in a folder. */
export function tandemIn(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Said> {
  const program = ['--import', require.resolve('tsx'), join(repository, 'lib/cli/tandem.ts'), ...args];
  return tryRun(process.execPath, program, { cwd: folder, env: { ...env, ...fromSources } });
}

/** `npx cdk8s synth` in a folder. */
export function synthIn(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<Said> {
  const cdk8s = join(repository, 'node_modules', '.bin', 'cdk8s');
  return tryRun(cdk8s, ['synth', '--no-check-upgrade'], { cwd: folder, env: { ...env, ...fromSources } });
}
