import { within } from '../../lib/checks/finding';
import { type Finding, problemText } from '../../lib/checks/problem';
import { schedule } from '../../lib/checks/schedule';

const said = (finding: Finding) => problemText({ construct: 'orders/api', ...finding });

describe('schedule', () => {
  test('0 0 30 2 *: the whole message', () => {
    expect(within('schedule', schedule('0 0 30 2 *')).map(said)).toEqual([
      'orders/api · schedule: never fires: no month that it names has such a day, got "0 0 30 2 *". Expected the five fields of cron, such as "15 2 * * *" for every day at 02:15. Fix: write a day that exists, such as 28 for the end of every month.',
    ]);
  });

  test.each([
    '15 2 * * *',
    '*/5 * * * *',
    '*/7 * * * *',
    '0 0 * * MON-FRI',
    '0 0 * jan,JUL sun',
    '0 0 ? * ?',
    '05 04 1-15/3 * *',
    '0/15 * * * *',
    '0 0 29 2 *',
    '0 0 31 * *',
    '0 0 30 2 MON',
    '0 0 30 2 */2',
    '0\t0 * * *\n',
    '  0  0 * * * ',
    '@daily',
    '@hourly',
    '@weekly',
    '@monthly',
    '@yearly',
    '@annually',
    '@midnight',
    '@every 5m',
    '@every 1h30m',
  ])('%j is fine', (value) => {
    expect(schedule(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['', 'is empty', 'write one, such as "15 2 * * *".'],
    ['  ', 'is nothing but white space', 'write one, such as "15 2 * * *".'],
    [
      '* * * *',
      'has 4 fields',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    ['*', 'has 1 fields', 'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".'],
    ['0 0 12 * * ?', 'has 6 fields: Kubernetes has none for seconds and none for years', 'write "0 12 * * ?".'],
    ['*/10 * * * * *', 'has 6 fields: Kubernetes has none for seconds and none for years', 'write "* * * * *".'],
    ['0 0 0 1 1 ? 2026', 'has 7 fields: Kubernetes has none for seconds and none for years', 'write "0 0 1 1 ?".'],
    [
      '0 0 1 1 * 2026',
      'has 6 fields',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '* * * * * * * *',
      'has 8 fields',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    ['0 0 * * 7', 'holds "7", which is no value for days of the week (0-6 or SUN-SAT)', 'write 0 or SUN for Sunday.'],
    [
      '0 0 * * 1-7',
      'holds "1-7", which is no value for days of the week (0-6 or SUN-SAT)',
      'write 0 or SUN for Sunday.',
    ],
    [
      '60 * * * *',
      'holds "60", which is no value for minutes (0-59)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '0 24 * * *',
      'holds "24", which is no value for hours (0-23)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '0 0 0 * *',
      'holds "0", which is no value for days of the month (1-31)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '0 0 32 * *',
      'holds "32", which is no value for days of the month (1-31)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '0 0 * 13 *',
      'holds "13", which is no value for months (1-12 or JAN-DEC)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '-5 * * * *',
      'holds "-5", which is no value for minutes (0-59)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '0 0 31 4,6,9,11 *',
      'never fires: no month that it names has such a day',
      'write a day that exists, such as 28 for the end of every month.',
    ],
    [
      '0 0 31 2 ?',
      'never fires: no month that it names has such a day',
      'write a day that exists, such as 28 for the end of every month.',
    ],
    [
      '*/61 * * * *',
      'holds a step in */61 that is longer than all minutes (0-59)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '0 */24 * * *',
      'holds a step in */24 that is longer than all hours (0-23)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '0 0 * */12 *',
      'holds a step in */12 that is longer than all months (1-12 or JAN-DEC)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '*/0 * * * *',
      'holds a step of 0 in */0',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '0 22-2 * * *',
      'holds the range 22-2, which ends before it begins',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '0 0 * * FRI-MON',
      'holds the range FRI-MON, which ends before it begins',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '5- * * * *',
      'holds "5-", which is no value for minutes (0-59)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '1-2-3 * * * *',
      'holds "1-2-3", which is no value for minutes (0-59)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '1/2/3 * * * *',
      'holds "1/2/3", which is no value for minutes (0-59)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '1,,2 * * * *',
      'holds "", which is no value for minutes (0-59)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '*-5 * * * *',
      'holds "*-5", which is no value for minutes (0-59)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '+5 * * * *',
      'holds "+5", which is no value for minutes (0-59)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '1.5 * * * *',
      'holds "1.5", which is no value for minutes (0-59)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '0 0 L * *',
      'holds "L", which is no value for days of the month (1-31)',
      'L, W, # and H belong to other programs: write the days.',
    ],
    [
      '0 0 15W * *',
      'holds "15W", which is no value for days of the month (1-31)',
      'L, W, # and H belong to other programs: write the days.',
    ],
    [
      '0 0 * * 1#2',
      'holds "1#2", which is no value for days of the week (0-6 or SUN-SAT)',
      'L, W, # and H belong to other programs: write the days.',
    ],
    [
      'H 3 * * *',
      'holds "H", which is no value for minutes (0-59)',
      'L, W, # and H belong to other programs: write the days.',
    ],
    [
      'H/15 * * * *',
      'holds "H/15", which is no value for minutes (0-59)',
      'L, W, # and H belong to other programs: write the days.',
    ],
    [
      '0 0 * * MONDAY',
      'holds "MONDAY", which is no value for days of the week (0-6 or SUN-SAT)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    [
      '0 0 * * FRI#1',
      'holds "FRI#1", which is no value for days of the week (0-6 or SUN-SAT)',
      'L, W, # and H belong to other programs: write the days.',
    ],
    [
      '0 0 * SUN *',
      'holds "SUN", which is no value for months (1-12 or JAN-DEC)',
      'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".',
    ],
    ['@reboot', 'is not known: a cluster does not reboot', 'write when it runs, or use a workload that runs once.'],
    ['daily', 'lacks its "@"', 'write "@daily".'],
    ['@daily ', 'has white space around it', 'write "@daily".'],
    [' @daily', 'has white space around it', 'write "@daily".'],
    [
      'TZ=Europe/Paris 0 0 * * *',
      'names a time zone, which has a prop of its own',
      'write "0 0 * * *" and timeZone: \'Europe/Paris\'.',
    ],
    [
      'CRON_TZ=UTC 0 0 * * *',
      'names a time zone, which has a prop of its own',
      'write "0 0 * * *" and timeZone: \'UTC\'.',
    ],
    ['0 0 * * * # at night', 'ends with a comment', 'write "0 0 * * *".'],
    [
      '0 0 ${DAY} * *',
      'is a template that nothing fills in',
      'put the value there: in TypeScript, ${…} works between backticks.',
    ],
  ])('%j %s', (value, wrong, fix) => {
    expect(schedule(value)).toMatchObject([{ wrong, fix }]);
  });

  test.each<unknown>(['@Daily', '@dayly', '@', '@every'])('%j is not known', (value) => {
    const fix = 'write "@daily" or the five fields.';
    expect(schedule(value)).toMatchObject([{ wrong: 'is not known', fix }]);
  });

  test.each<unknown>(['@every 1d', '@every -1h', '@every 0s', '@every 500ms'])(
    '%j has no time of a second or more after @every',
    (value) => {
      const fix = 'write hours, minutes and seconds, such as @every 1h30m.';
      expect(schedule(value)).toMatchObject([{ wrong: 'has no time of a second or more after @every', fix }]);
    },
  );

  test.each<unknown>([5, null, [['0 0 * * *']]])('%j is not a string', (value) => {
    const fix = 'write a string, such as "15 2 * * *".';
    expect(schedule(value)).toMatchObject([{ wrong: 'is not a string', fix }]);
  });
});
