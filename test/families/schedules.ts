import fc from 'fast-check';
import type { Family, Right, Wrong } from './family';
import { noText, strangers, withStranger } from './strangers';

/** A field of cron from one number to another; `days` are left out of what may be a date that never comes. */
const field = (min: number, max: number, names: readonly string[] = []) => {
  const number = fc.integer({ min, max });
  const range = fc.tuple(number, number).map(([one, two]) => `${Math.min(one, two)}-${Math.max(one, two)}`);
  const step = fc.tuple(fc.oneof(fc.constant('*'), range), fc.integer({ min: 1, max: max - min }));
  const item = fc.oneof(number.map(String), range, ...(names.length > 0 ? [fc.constantFrom(...names)] : []));
  return fc.oneof(
    fc.constantFrom('*', '?'),
    item,
    step.map(([start, by]) => `${start}/${Math.min(by, width(start, max - min))}`),
    fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(',')),
  );
};

const months = ['JAN', 'feb', 'Dec'];
const weekdays = ['MON', 'sun', 'Fri'];
const fields = fc.tuple(field(0, 59), field(0, 23), field(1, 28), field(1, 12, months), field(0, 6, weekdays));
const schedule = fc.oneof(
  { weight: 6, arbitrary: fields.map((all) => all.join(' ')) },
  fc.constantFrom(
    '@daily',
    '@hourly',
    '@weekly',
    '@monthly',
    '@yearly',
    '@annually',
    '@midnight',
    '@every 1h30m',
    '0 0 29 2 *',
  ),
);
const gap = fc.constantFrom(' ', '  ', '\t', ' \n ');

const wrongField = (min: number, max: number) =>
  fc.oneof(
    fc.constantFrom(
      '',
      `${max + 1}`,
      `${min - 1}`,
      '5-1',
      '1-',
      '-',
      '1,,2',
      ',',
      '*/0',
      '*/-1',
      `*/${max + 1}`,
      '*/',
      '1.5',
    ),
    fc.constantFrom(
      'L',
      '1L',
      '1W',
      '1#2',
      'H',
      'x',
      '１',
      '1e1',
      '0x1',
      '~',
      '+1',
      '1-2-3',
      '1/2/3',
      '**',
      '* *',
      '$1',
    ),
  );
const limits: readonly (readonly [number, number])[] = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
];
const wrong: fc.Arbitrary<unknown> = fc.oneof(
  fc
    .nat(4)
    .chain((at) =>
      wrongField(...(limits[at] ?? [0, 0])).map((one) => ['1', '2', '3', '4', '*'].with(at, one).join(' ')),
    ),
  withStranger(
    fields.map((all) => all.join(' ')),
    strangers.filter((one) => !/[ \t\r\n,*?]/.test(one)),
  ),
  fc.constantFrom(
    '',
    ' ',
    '* * * *',
    '0 0 0 1 1 * 2026',
    '0 0 12 * * ?',
    '@reboot',
    '@Daily',
    '@',
    '@every',
    '@every 0s',
    'daily',
  ),
  fc.constantFrom(
    '0 0 30 2 *',
    '0 0 31 4,6,9,11 *',
    '0 0 31 FEB *',
    '0 0 30-31 2 *',
    '@every 1d',
    '@every -1h',
    '0 0 * * * # a',
  ),
  fc.constantFrom(
    'TZ=UTC 0 0 * * *',
    'CRON_TZ=Europe/Madrid @daily',
    '${CRON}',
    '{{ cron }}',
    '0 0 * * 7',
    '0 0 * * 1-7',
  ),
  noText,
);

const cronField = fc.constantFrom('*', '0', '5', '*/7', '*/61', '7', '31', '1-5', '5-1', 'MON', 'L', '1,2', 'H');
const near = fc.oneof(
  fc.array(cronField, { minLength: 4, maxLength: 6 }).map((fields) => fields.join(' ')),
  fc.constantFrom('@daily', '@reboot', '0 0 30 2 *', 'TZ=UTC 0 0 * * *', '0 0 * * *\n'),
);

export const schedules: Family = {
  right: fc
    .oneof(
      schedule.map((schedule) => ({ schedule, written: schedule })),
      fc.tuple(fields, gap).map(([all, gap]) => ({ schedule: all.join(gap), written: all.join(gap) })),
    )
    .map(
      ({ schedule, written }): Right => ({
        kind: 'cron',
        props: { schedule },
        kept({ objects }) {
          expect(objects.find(({ kind }) => kind === 'CronJob')?.spec).toMatchObject({ schedule: written });
        },
      }),
    ),
  wrong: wrong.map((schedule): Wrong => ({ kind: 'cron', props: { schedule }, prop: 'schedule' })),
  near: near.map((schedule) => ({ kind: 'cron', props: { schedule } })),
};

/** The longest step that leaves a second value in a range. */
function width(range: string, all: number): number {
  const [low, high] = range.split('-').map(Number);
  return range === '*' ? all : Math.max(1, (high ?? 0) - (low ?? 0));
}
