import { basename } from 'node:path';
import type { Platform } from '../platform';
import { type Project, printed } from '../project';
import { run, tryRun } from '../run';
import { inside } from './inside';
import { leftovers, ofProject } from './leftovers';

/** The example under Docker Compose, as a project of its own on a free port. */
export function composePlatform({ folder, summary, differences }: Project): Platform {
  const name = basename(folder).toLowerCase();
  const how = { cwd: folder, env: { ...process.env, COMPOSE_PROJECT_NAME: name, API_PORT: '0' } };
  const compose = (...args: string[]) => run('docker', ['compose', ...args], how);
  const asPrinted = (command: RegExp) => run('sh', ['-c', printed(summary, command)], how);
  return {
    differences,
    start: async () => warningsIn((await asPrinted(/On this laptop: (.+)/)).stderr),
    reach: async (ask) => ask(`http://${(await compose('port', 'api', '8000')).stdout.trim()}`),
    runJob: async () => (await asPrinted(/by hand: (docker .+)/)).stdout,
    inside: (place, ask) => inside(compose, place, ask),
    restart: async () => {
      await compose('stop');
      await compose('start');
    },
    renew: async () => {
      await compose('down');
      await compose('up', '--wait');
    },
    end: async () => {
      await asPrinted(/data too: (docker .+)/);
    },
    sweep: async () => {
      const { stdout } = await run('docker', ['ps', '--all', '--quiet', ofProject(name)]);
      for (const id of stdout.split('\n').filter(Boolean)) await run('docker', ['rm', '--force', id]);
      await compose('--profile=*', 'down', '--volumes');
    },
    leftovers: () => leftovers(name),
    logs: async () => {
      const state = await tryRun('docker', ['compose', 'ps', '--all'], how);
      const logs = await tryRun('docker', ['compose', 'logs', '--no-color', '--tail=8'], how);
      return state.stdout + logs.stdout;
    },
  };
}

function warningsIn(stderr: string): readonly string[] {
  return stderr.split('\n').filter((line) => /level=(warning|error)|\bWARN/.test(line));
}
