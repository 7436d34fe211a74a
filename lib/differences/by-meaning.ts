import { push } from '../workloads/surroundings';
import type { Difference } from './difference';

/** Differences that mean one and the same for the one who works on the laptop. */
export interface Meaning {
  readonly means: string;
  /** Those with one reason each, in the order of the differences. */
  readonly reasons: readonly (readonly Difference[])[];
}

export function byMeaning(differences: readonly Difference[]): readonly Meaning[] {
  const explained = differences.filter(({ reason }) => reason !== undefined);
  return grouped(explained, ({ means = '' }) => means).map(([means, same]) => ({
    means,
    reasons: grouped(same, ({ became, reason }) => `${became} ${reason}`).map(([, because]) => because),
  }));
}

/** Whether the one who works on the laptop need not know. `nothing runs at night` means something. */
export function meansNothing({ means }: Pick<Meaning, 'means'>): boolean {
  return /^nothing(?:$|[:,])/.test(means);
}

function grouped<T>(items: readonly T[], key: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) push(groups, key(item), item);
  return [...groups];
}
