import type { Place } from '../platform';
import type { Project } from '../project';
import { run } from '../run';
import { kubectl } from './kubectl';

/** Asks while the NetworkPolicies of these workloads are away. */
export async function unhindered({ folder }: Project, whom: readonly Place[], ask: () => Promise<void>): Promise<void> {
  const policies = whom.map(({ owner }) => owner.split('/')[1] ?? owner);
  await kubectl(['delete', 'networkpolicy', ...policies]);
  try {
    await ask();
  } finally {
    await run('kubectl', ['apply', '--filename=dist/'], { cwd: folder });
  }
}
