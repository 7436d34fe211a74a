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
  const containers = async () => (await compose('ps', '--all', '--quiet')).stdout.split('\n').sort();
  return {
    differences,
    start: async () => {
      const { stderr } = await asPrinted(up);
      const made = await containers();
      await asPrinted(up);
      const isSame = (await containers()).join() === made.join();
      return [...warningsIn(stderr), ...(isSame ? [] : ['a second `up` made containers anew'])];
    },
    reach: async (ask) => ask(`http://${(await compose('port', 'api', '8000')).stdout.trim()}`),
    runJob: async () => (await asPrinted(/by hand: (docker .+)/)).stdout,
    inside: (place, ask) => inside(compose, place, ask),
    restart: async () => {
      await compose('stop');
      await compose('start');
      await compose('restart');
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

const up = /On this laptop: (.+)/;

function warningsIn(stderr: string): readonly string[] {
  return stderr.split('\n').filter((line) => /level=(warning|error)|\bWARN/.test(line));
}
