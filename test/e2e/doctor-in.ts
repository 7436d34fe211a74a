import { basename } from 'node:path';
import { run } from './run';
import { tandemIn } from './tandem-in';

const how = (folder: string) => ({
  cwd: folder,
  env: { ...process.env, COMPOSE_PROJECT_NAME: basename(folder).toLowerCase() },
});

export function composeIn(folder: string, ...args: readonly string[]): ReturnType<typeof run> {
  return run('docker', ['compose', ...args], how(folder));
}

/** What the command says, line by line. */
export async function doctorIn(folder: string): Promise<{ readonly ok: boolean; readonly said: readonly string[] }> {
  const { ok, stdout, stderr } = await tandemIn(folder, ['doctor'], how(folder).env);
  return {
    ok,
    said: (ok ? stdout : stderr).split('\n').filter((line) => line !== '' && !line.startsWith('Command failed')),
  };
}

export const well = { ok: true, said: ['tandem: nothing here keeps the project from running'] };
