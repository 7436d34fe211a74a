import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { byMeaning, type Meaning, meansNothing } from './by-meaning';
import type { Difference } from './difference';
import { unexplained } from './differences';
import { code, text } from './markdown';
import { hidden, shownValue } from './shown-value';
import { fieldCount, howMany, type Manifests, where } from './where';

/** How the file begins that we wrote, and may write over. */
export const markdownMarker = '<!-- Written by cdk8s-tandem';

const head = `${markdownMarker} from the app of cdk8s.yaml: change that, not this file. -->

# What the laptop does otherwise

compose.yaml runs the workloads of the manifests. What it cannot say as they do is here, by what follows from it for you.
Field by field, with values, it is in compose.differences.json.
`;

/** The differences as a person reads them: first what matters on the laptop, and last, folded away, what does not. */
export function differencesMarkdown(manifests: readonly Manifest[], differences: readonly Difference[]): string {
  const of = new Map(manifests.map((manifest) => [manifest.construct, manifest]));
  const meanings = byMeaning(differences);
  const telling = meanings.filter((meaning) => !meansNothing(meaning));
  const empty = meanings.filter(meansNothing);
  return [head, ...open(unexplained(differences), of), ...known(telling, of), ...folded(empty, of)].join('\n');
}

function open(differences: readonly Difference[], manifests: Manifests): readonly string[] {
  if (differences.length === 0) return [];
  const lines = differences.flatMap((difference) =>
    difference.fields.map((field) => {
      const place = where([{ ...difference, fields: [field] }], manifests);
      return `- ${place}${valueIn(field, manifests)}${difference.note ? `: ${text(difference.note)}` : ''}`;
    }),
  );
  return ['## Unexplained: nobody has said what becomes of these', '', ...lines, ''];
}

/** Of one leaf alone: more would be a wall. */
function valueIn(field: Field, manifests: Manifests): string {
  const manifest = manifests.get(field.construct);
  const [leaf, other] = field.leaves();
  const value = manifest && leaf && !other ? shownValue(manifest, leaf) : undefined;
  if (value === undefined || value === hidden) return '';
  const shown = JSON.stringify(value);
  return ` = ${code(shown.length > 60 ? `${shown.slice(0, 59)}…` : shown)}`;
}

function known(meanings: readonly Meaning[], manifests: Manifests): readonly string[] {
  if (meanings.length === 0) return [];
  const lines = meanings.flatMap(({ means, reasons }) => [
    `- **${text(means)}**`,
    ...reasons.map((same) => `  - ${because(same)}: ${where(same, manifests)}`),
  ]);
  return ['## What to know', '', ...lines, ''];
}

function folded(meanings: readonly Meaning[], manifests: Manifests): readonly string[] {
  const count = fieldCount(meanings.flatMap(({ reasons }) => reasons.flat()));
  if (count === 0) return [];
  const lines = meanings.flatMap(({ means, reasons }) =>
    reasons.map((same) => `- ${because(same)}; ${text(means)}: ${howMany(same, manifests)}`),
  );
  const summary = `<summary>What means nothing on a laptop: ${count} fields</summary>`;
  return ['<details>', summary, '', ...lines, '', '</details>', ''];
}

function because([first]: readonly Difference[]): string {
  return `${text(first?.reason ?? '')} (${first?.became})`;
}
