import { type Row, type Rows, rowsFor, rowsOf } from '../../lib/differences/reason-rows';
import { reasons } from '../../lib/differences/reasons';
import type { Reason } from '../../lib/differences/reasons/reason';
import { sinks } from '../zoo/sinks/sinks';
import { apps } from './apps';
import { inputOf, outcomeOf } from './outcome';

/*
 * Claim: there is no reason too many. Each, for each kind and each field that it names, is the one that some app is told;
 * the sinks say every field that there is. One that no app can be told is dead, or stands in the shadow of another.
 */

const untold = Object.values({ ...apps, ...sinks }).flatMap((define) => outcomeOf(inputOf(define)).untold);

function unusedOf(rows: Rows): readonly string[] {
  const used = new Set(
    untold.flatMap(({ manifest, leaves }) => {
      const rowAt = rowsFor(rows, manifest);
      return leaves.map((leaf) => rowAt(leaf.place, leaf.peek()));
    }),
  );
  return [...rows.ofKind.values()]
    .flat()
    .filter((row) => !used.has(row))
    .map(textOf);
}

function textOf({ kind, pattern, reason: { reason, only } }: Row): string {
  return `${kind} ${pattern}${only === undefined ? '' : ` = ${only}`}: ${reason}`;
}

test('each reason is needed, for each kind and each field that it names', () => {
  expect(unusedOf(rowsOf(reasons))).toEqual([]);
});

const nothing = { reason: 'made up', means: 'nothing' };

test.each<[string, Reason]>([
  ['of a field that nobody says', { kinds: ['pod'], fields: ['spec/madeUp'], ...nothing }],
  ['of a kind in which the field is read', { kinds: ['CronJob'], fields: ['spec/schedule'], ...nothing }],
  ['in the shadow of another', { kinds: ['Deployment'], fields: ['spec/minReadySeconds'], ...nothing }],
])('one %s is found', (_, madeUp) => {
  expect(unusedOf(rowsOf([...reasons, madeUp]))).toEqual([`${madeUp.kinds} ${madeUp.fields}: made up`]);
});
