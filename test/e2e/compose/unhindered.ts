import { run, tryRun } from '../run';

/** Another container, and the name under which it is looked for. */
export interface Other {
  readonly id: string;
  readonly name: string;
}

/** Asks while a network of their own joins a container with another; with the world outside, if there is no other. */
export async function unhindered(id: string, other: Other | undefined, ask: () => Promise<void>): Promise<void> {
  const network = `unhindered-${id.slice(0, 12)}`;
  await docker('network', 'create', ...(other ? ['--internal'] : []), network);
  try {
    if (other) await docker('network', 'connect', `--alias=${other.name}`, network, other.id);
    await docker('network', 'connect', network, id);
    await ask();
  } finally {
    for (const member of [id, ...(other ? [other.id] : [])])
      await tryRun('docker', ['network', 'disconnect', network, member]);
    await docker('network', 'rm', network);
  }
}

async function docker(...args: string[]): Promise<void> {
  await run('docker', args);
}
