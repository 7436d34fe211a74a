import { byMeaning, meansNothing } from './by-meaning';
import type { Became, Difference } from './difference';
import { unexplained } from './differences';

/** The differences for the terminal: how many, what the first of them mean, and each that nobody has explained. */
export function differenceLines(differences: readonly Difference[], more: string): readonly string[] {
  const count = (became: Became) => `${differences.filter((one) => one.became === became).length} ${became}`;
  const open = unexplained(differences);
  const unsaid = `${open.length || 'none'} unexplained`;
  return [
    `Differences: ${count('local')}, ${count('approximated')}, ${count('dropped')}; ${unsaid}${more}`,
    ...telling(differences),
    ...open.map((difference) => `  unexplained: ${unexplainedText(difference)}`),
  ];
}

/** `orders/api/deployment · spec/template/spec/schedulerName`, and what is wrong with it where the field does not show it. */
export function unexplainedText({ field, note }: Difference): string {
  return `${field.construct} · ${field}${note ? `: ${note}` : ''}`;
}

const most = 4;

function telling(differences: readonly Difference[]): readonly string[] {
  const meanings = byMeaning(differences).filter((meaning) => !meansNothing(meaning));
  const rest = meanings.length - most;
  const shown = meanings.slice(0, rest > 1 ? most : undefined).map(({ means }) => `  ${means}`);
  return rest > 1 ? [...shown, `  and ${rest} more that matter on a laptop`] : shown;
}
