import { kubectl } from './kubectl';

/** What keeps running. */
export const owners = ['statefulset/mongo', 'deployment/api'] as const;

export async function ready(): Promise<void> {
  for (const owner of owners) await kubectl(['rollout', 'status', owner, '--timeout=150s']);
}
