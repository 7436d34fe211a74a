import { everFires, parseCron } from '../units/cron';
import { check, inTurn, isText } from './check';
import type { Check } from './problem';

const five = 'five fields: minute, hour, day of month, month, day of week, such as 15 2 * * *';
const descriptor =
  /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly|every (?:\d+(?:\.\d+)?(?:h|m|s|ms|us|µs|ns))+)$/;

/** A schedule that the API server takes and that fires some day. */
export const schedule: Check = inTurn(
  isText,
  check(
    (value) => !/^(?:CRON_)?TZ=/.test(String(value)),
    'holds a time zone',
    `${five}; the zone has a prop of its own`,
    (value) => `write timeZone: '${String(value).replace(/^(?:CRON_)?TZ=(\S*).*$/s, '$1')}'`,
  ),
  (value) => (descriptor.test(String(value)) ? [] : fields(String(value))),
);

function fields(text: string): ReturnType<Check> {
  const parsed = parseCron(text);
  if (typeof parsed === 'string') return [{ prop: '', wrong: parsed, got: text, expected: five, fix: hint(text) }];
  if (everFires(parsed)) return [];
  return [
    {
      prop: '',
      wrong: 'never fires: no month that it names has such a day',
      got: text,
      expected: five,
      fix: 'choose a day that the months have',
    },
  ];
}

/** Other programs' cron that people bring along. */
const dialects: readonly (readonly [RegExp, string])[] = [
  [/^@reboot/, 'a cluster has no start: use a Job'],
  [/^@/, 'write @hourly, @daily, @weekly, @monthly or @yearly'],
  [/#.*\s|#\s/, 'leave out the comment'],
  [/^\s*(?:\S+\s+){5}\S+/, 'leave out the seconds or the year: Kubernetes has neither'],
  [/(?:^|[\s,-])7$/, 'write 0 or SUN for Sunday'],
  [/[LW#H]/, 'L, W, # and H are of other programs: write the days'],
];

function hint(text: string): string {
  return (
    dialects.find(([pattern]) => pattern.test(text))?.[1] ??
    'correct the field, such as 15 2 * * * for every day at 02:15'
  );
}
