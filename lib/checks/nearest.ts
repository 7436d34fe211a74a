/** What was meant by a misspelt word: the same in another case or with other separators, or at most two edits away. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const letters = bare(word);
  const same = candidates.find((candidate) => bare(candidate) === letters);
  if (same !== undefined || word.length > 100) return same;
  const near = candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= 2)
    .map((candidate) => ({ candidate, edits: edits(word, candidate) }))
    .filter(({ candidate, edits }) => edits <= 2 && edits < candidate.length / 2)
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.candidate;
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}

/** Levenshtein's distance, row by row, in which two neighbours that have changed places are one edit: `nmae`, `name`. */
function edits(from: string, to: string): number {
  const others = [...to];
  let before: readonly number[] = [];
  let row: readonly number[] = [0, ...others.map((_, index) => index + 1)];
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [at, other] of others.entries()) {
      const replaced = (row[at] ?? 0) + (letter === other ? 0 : 1);
      const changed = letter === others[at - 1] && from[index - 1] === other ? (before[at - 1] ?? 0) + 1 : replaced;
      next.push(Math.min(replaced, changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row.at(-1) ?? 0;
}
