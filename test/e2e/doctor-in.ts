import { basename, join } from 'node:path';
import { run, tryRun } from './run';

const repository = join(__dirname, '..', '..');

const how = (folder: string) => ({
  cwd: folder,
  env: { ...process.env, COMPOSE_PROJECT_NAME: basename(folder).toLowerCase() },
});

export function composeIn(folder: string, ...args: readonly string[]): ReturnType<typeof run> {
  return run('docker', ['compose', ...args], how(folder));
}

/** What the command says, line by line. */
export async function doctorIn(folder: string): Promise<{ readonly ok: boolean; readonly said: readonly string[] }> {
  const { env } = how(folder);
  const program = ['--import', require.resolve('tsx'), join(repository, 'lib/cli/tandem.ts'), 'doctor'];
  const options = { cwd: folder, env: { ...env, TSX_TSCONFIG_PATH: join(repository, 'tsconfig.json') } };
  const { ok, stdout, stderr } = await tryRun(process.execPath, program, options);
  return {
    ok,
    said: (ok ? stdout : stderr).split('\n').filter((line) => line !== '' && !line.startsWith('Command failed')),
  };
}

export const well = { ok: true, said: ['tandem: nothing here keeps the project from running'] };
