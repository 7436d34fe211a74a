import { EtlCronJob } from 'cdk8s-tandem';
import { scheduleRemarks } from '../../lib/remarks/schedules';
import { synthesized } from '../synthesis';

const now = new Date('2025-01-01T00:00:00Z');

function remarksOn(schedule: string, timeZone: string, activeDeadlineSeconds?: number): readonly string[] {
  const { manifests } = synthesized((chart) => {
    new EtlCronJob(chart, 'load', { image: 'ghcr.io/acme/etl:1.2.3', schedule, timeZone, activeDeadlineSeconds });
  });
  return scheduleRemarks(manifests, now);
}

test('a run at a time that the clocks skip, or show twice, is told with its night', () => {
  expect(remarksOn('15 2 * * *', 'Europe/Madrid')).toEqual([
    'Schedule: load does not run at 02:15 on 2025-03-30, when the clocks of Europe/Madrid go forward',
    'Schedule: load runs twice at 02:15 on 2025-10-26, when the clocks of Europe/Madrid go back',
  ]);
  expect(remarksOn('*/20 2 * * *', 'Europe/Madrid')[0]).toContain('does not run at 02:00 to 02:40 on 2025-03-30');
});

test.each([
  ['15 2 * * *', 'Etc/UTC'],
  ['15 4 * * *', 'Europe/Madrid'],
  ['15 2 * * MON-FRI', 'Europe/Madrid'],
  ['15 * * * *', 'Europe/Madrid'],
])('nothing is told of %s in %s', (schedule, zone) => {
  expect(remarksOn(schedule, zone)).toEqual([]);
});

test('a run that may go on when the next is due is told', () => {
  expect(remarksOn('*/10 * * * *', 'Etc/UTC', 900)).toEqual([
    'Schedule: load may run for 900 s and is due every 600 s: a slow run leaves the next out',
  ]);
  expect(remarksOn('*/10 * * * *', 'Etc/UTC', 600)).toEqual([]);
});
