const targets = ['compose', 'kubernetes'] as const;

export type TargetName = (typeof targets)[number];

/** Both targets, or the one that E2E_TARGET names. */
export function selected(): readonly TargetName[] {
  const wanted = process.env.E2E_TARGET;
  const found = targets.filter((target) => !wanted || target === wanted);
  if (found.length === 0) throw new Error(`E2E_TARGET must be ${targets.join(' or ')}, got "${wanted}"`);
  return found;
}

/** A `describe` of what one target alone is asked: skipped where E2E_TARGET names the other. */
export function describeOn(target: TargetName): jest.Describe {
  return selected().includes(target) ? describe : describe.skip;
}
