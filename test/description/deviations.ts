import type { Difference } from '../../lib/differences/difference';
import type { Field } from '../../lib/manifests/field';
import { type Account, accounts, type Found } from './accounts';
import type { Description } from './description';
import { habits } from './habits';
import type { Subject } from './subject';

/** What a container is like on each of the two targets. */
export interface Both {
  readonly compose: Description;
  readonly kubernetes: Description;
}

/** One line for each aspect in which the two differ and no difference says that they may. */
export function deviations(subject: Subject, both: Both, differences: readonly Difference[]): readonly string[] {
  const explained = differences.filter(({ reason }) => reason !== undefined);
  const said = new Set(explained.flatMap(({ fields }) => fields.map(placeOf)));
  return differing(both).flatMap((aspect) => {
    const values = { compose: both.compose[aspect], kubernetes: both.kubernetes[aspect] };
    if (matching(habits, aspect, subject, values).some(({ row, found }) => row.holds(found))) return [];
    const rows = matching(accounts, aspect, subject, values).filter(({ row, found }) => row.so(found));
    const excused = rows.some(({ row, found }) => row.fields(found).some((field) => isSaid(field, row, said)));
    return excused
      ? []
      : [
          line(
            aspect,
            values,
            rows.flatMap(({ row, found }) => row.fields(found)),
          ),
        ];
  });
}

function differing({ compose, kubernetes }: Both): readonly string[] {
  const all = [...new Set([...Object.keys(compose), ...Object.keys(kubernetes)])].sort();
  return all.filter((aspect) => compose[aspect] !== kubernetes[aspect]);
}

type Values = Pick<Found, 'compose' | 'kubernetes'>;

function matching<T extends { readonly aspect: RegExp }>(
  rows: readonly T[],
  aspect: string,
  subject: Subject,
  values: Values,
): readonly { readonly row: T; readonly found: Found }[] {
  return rows.flatMap((row) => {
    const match = row.aspect.exec(aspect);
    return match ? [{ row, found: { ...values, about: match[1] ?? '', subject } }] : [];
  });
}

/** A difference speaks of a field, of one above it, or of a leaf below it. */
function isSaid(field: Field, { whole = false }: Account, said: ReadonlySet<string>): boolean {
  const place = placeOf(field);
  return [...said].some((other) => place.startsWith(other) || (!whole && other.startsWith(place)));
}

function placeOf(field: Field): string {
  return `${field.construct} ${field}/`;
}

function line(aspect: string, { compose, kubernetes }: Values, may: readonly Field[]): string {
  const value = (text: string | undefined) => (text === undefined ? 'missing' : JSON.stringify(text));
  const where = may.map((field) => `${field.construct} ${field}`).join(' or ');
  const unsaid = where ? `no difference at ${where} says so` : 'no difference could excuse it';
  return `${aspect}: ${value(compose)} on Docker, ${value(kubernetes)} in the cluster: ${unsaid}`;
}
