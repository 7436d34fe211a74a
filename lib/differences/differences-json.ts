import type { Entry } from './entry';

/** Grows when an entry no longer means what it meant: docs/differences.md says what it means now. */
export const schemaVersion = 3;

/** How the file begins that we wrote, and may write over. */
export const jsonMarker = '{\n  "writtenBy": "cdk8s-tandem",\n';

/** An entry a line: a diff shows of which object something became otherwise, and why. */
export function differencesJson(entries: Iterable<Entry>): string {
  const lines = Array.from(entries, (entry) => `\n    ${JSON.stringify(entry)}`);
  return `${jsonMarker}  "version": ${schemaVersion},\n  "differences": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}
