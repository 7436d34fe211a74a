import { join, relative } from 'node:path';
import type { Problem } from './checks/problem';
import { shown } from './checks/shown';
import type { Description } from './description';
import type { Entry } from './differences/entry';
import { readIfThere } from './files/read-if-there';
import type { CommittedFile } from './output';

/** Why a definition is not fit to be merged: what nobody has explained, and files that synth would write otherwise. */
export function unfit({ projectRoot, committed, unexplained, staleLock }: Description): readonly Problem[] {
  return [...unexplained.flatMap(unsaid), ...staleLock, ...committed.flatMap((file) => stale(projectRoot, file))];
}

function unsaid({ construct, note, fields }: Entry): readonly Problem[] {
  return Object.entries(fields).map(([field, value]) => ({
    construct,
    prop: field || 'all of it',
    wrong: note ?? 'is a difference between cluster and laptop that nobody has explained',
    ...(value === null ? {} : { got: value }),
    expected: 'a field that the laptop carries, or of which is known what leaving it out means.',
    fix: `write it otherwise, or say why it may be: allowDifference(construct, '${field}', 'reason').`,
  }));
}

/** A checkout may have the line ends of Windows. */
function stale(projectRoot: string, { path, content }: CommittedFile): readonly Problem[] {
  const target = join(projectRoot, path);
  const construct = relative(process.cwd(), target).replaceAll('\\', '/');
  const found = readIfThere(target)?.toString().replaceAll('\r\n', '\n');
  if (found === content) return [];
  const fix = 'npx cdk8s synth, without TANDEM_CHECK, and commit it.';
  if (found === undefined)
    return [{ construct, prop: 'line 1', wrong: 'is missing', expected: 'the file that synth writes.', fix }];
  return [{ construct, ...firstChange(found.split('\n'), content.split('\n')), fix }];
}

function firstChange(found: readonly string[], wanted: readonly string[]): Omit<Problem, 'construct' | 'fix'> {
  const index = wanted.findIndex((line, at) => line !== found[at]);
  const at = index < 0 ? wanted.length : index;
  const line = wanted[at];
  return {
    prop: `line ${at + 1}`,
    wrong: 'is not what synth writes now',
    ...(at < found.length ? { got: found[at] } : {}),
    expected: line === undefined ? 'no more lines.' : `${shown(line)}.`,
  };
}
