import type { Manifest } from '../manifests/manifest';
import { byMeaning, meansNothing } from './by-meaning';
import type { Became, Difference } from './difference';
import { unexplained } from './differences';
import { firstOf } from './markdown';
import { fieldCount } from './where';

/** The differences for the terminal: how many, what the weightiest mean, and each that nobody has explained. */
export function differenceLines(
  manifests: readonly Manifest[],
  differences: readonly Difference[],
  more: string,
): readonly string[] {
  const count = (became: Became) => `${fieldCount(differences.filter((one) => one.became === became))} ${became}`;
  const open = unexplained(differences).flatMap(unexplainedTexts);
  const unsaid = `${open.length || 'none'} unexplained`;
  return [
    `Differences: ${count('local')}, ${count('approximated')}, ${count('dropped')}; ${unsaid}${more}`,
    ...telling(manifests, differences),
    ...open.map((text) => `  unexplained: ${text}`),
  ];
}

/** `orders/api/deployment · spec/template/spec/schedulerName`, and what is wrong with it where the field does not show it. */
function unexplainedTexts({ construct, fields, note }: Difference): readonly string[] {
  return fields.map((field) => `${construct} · ${field}${note ? `: ${note}` : ''}`);
}

const most = 4;

function telling(manifests: readonly Manifest[], differences: readonly Difference[]): readonly string[] {
  const meanings = byMeaning(differences).filter((meaning) => !meansNothing(meaning));
  const rest = meanings.length - most;
  const named = new Map(manifests.map(({ construct, name }) => [construct, name]));
  const shown = meanings
    .slice(0, rest > 1 ? most : undefined)
    .map(({ means, reasons }) => `  ${namesOf(reasons.flat(), named)} · ${means}`);
  return rest > 1 ? [...shown, `  and ${rest} more that matter on a laptop`] : shown;
}

/** The objects that it is about, as they are called. */
function namesOf(differences: readonly Difference[], named: ReadonlyMap<string, string>): string {
  const names = differences.map(({ construct }) => named.get(construct) ?? construct);
  return firstOf([...new Set(names)], ', ');
}
