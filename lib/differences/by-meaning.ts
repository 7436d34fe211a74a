import { push } from '../units/push';
import type { Became, Difference } from './difference';

/** Differences that mean one and the same for the one who works on the laptop. */
export interface Meaning {
  readonly means: string;
  /** Those with one reason each, and of which the same became, in the order of the differences. */
  readonly reasons: readonly (readonly Difference[])[];
}

/** The weightiest first; of those that weigh the same, in the order of the differences. */
export function byMeaning(differences: readonly Difference[]): readonly Meaning[] {
  const explained = differences.filter(({ reason }) => reason !== undefined);
  const meanings = grouped(explained, ({ means = '' }) => means).map(([means, same]) => ({
    means,
    reasons: grouped(same, ({ reason }) => reason)
      .flatMap(([, because]) => grouped(because, ({ became }) => became))
      .map(([, alike]) => alike),
  }));
  return meanings.sort((one, other) => lightness(one) - lightness(other));
}

/** Whether the one who works on the laptop need not know. `nothing runs at night` means something. */
export function meansNothing({ means }: Pick<Meaning, 'means'>): boolean {
  return /^nothing(?:$|[:,])/.test(means);
}

/** What is missing weighs most, then what is bent; where the laptop is the more lenient, nobody trips over it here. */
function lightness(meaning: Meaning): number {
  if (meansNothing(meaning)) return 4;
  if (showsElsewhere(meaning)) return 2;
  return Math.min(...meaning.reasons.flatMap(([first]) => (first ? [known[first.became]] : [])));
}

/** What the laptop was told is no surprise. */
const known: Readonly<Record<Became, number>> = { dropped: 0, approximated: 1, local: 3 };

function showsElsewhere({ means }: Meaning): boolean {
  return /only .*in a cluster|a cluster (?:alone|refuses)/.test(means);
}

function grouped<T, K>(items: readonly T[], key: (item: T) => K): readonly (readonly [K, readonly T[]])[] {
  const groups = new Map<K, T[]>();
  for (const item of items) push(groups, key(item), item);
  return [...groups];
}
