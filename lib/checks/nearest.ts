/** The name that was probably meant: one that differs in case alone, or in two letters at the most. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  const sameLetters = names.find((name) => name.toLowerCase() === given.toLowerCase());
  const near = names.map((name) => ({ name, distance: distance(given, name) })).sort((a, b) => a.distance - b.distance);
  return sameLetters ?? near.find(({ distance }) => distance <= 2)?.name;
}

/** Levenshtein's: how many letters to change, add or take away. */
function distance(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 2) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
