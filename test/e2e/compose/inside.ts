import { type Container, type Place, stayAwake } from '../platform';
import { run, type Said } from '../run';
import { unhindered } from './unhindered';

type Compose = (...args: string[]) => Promise<Said>;

/** Asks in the container of a service. One that ends is run once more for it: the same service, kept awake. */
export async function inside<T>(
  compose: Compose,
  { service, ends }: Place,
  ask: (container: Container) => Promise<T>,
): Promise<T> {
  const id = await (ends ? standIn : idOf)(compose, service);
  try {
    return await ask({
      sh: async (script) => (await run('docker', ['exec', id, 'bash', '-c', script])).stdout,
      unhindered: async (other, question) => {
        const them = other && { name: other.service, id: await idOf(compose, other.service) };
        await unhindered(id, them, question);
      },
    });
  } finally {
    if (ends) await run('docker', ['rm', '--force', id]);
  }
}

async function idOf(compose: Compose, service: string): Promise<string> {
  return (await compose('ps', '--quiet', service)).stdout.trim();
}

/** Compose prints the container's id last, behind all that a build has to say. */
async function standIn(compose: Compose, service: string): Promise<string> {
  const [entrypoint, ...args] = stayAwake;
  const { stdout } = await compose('run', '--detach', '--no-deps', `--entrypoint=${entrypoint}`, service, ...args);
  return stdout.trim().split('\n').at(-1) ?? '';
}
