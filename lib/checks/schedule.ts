import { descriptors, everFires, parseCron } from '../units/cron';
import { everySeconds } from '../units/every';
import { nearest } from './nearest';
import type { Check } from './problem';
import { quoted } from './shown';
import { textCheck } from './text-check';

/** When a CronJob runs, as the API server takes it and so that it does run some day. */
export const schedule: Check = (value) => spaced(typeof value === 'string' ? withSingleSpaces(value) : value);

const spaced = textCheck({
  expected: 'the five fields of cron, such as "15 2 * * *" for every day at 02:15.',
  example: '15 2 * * *',
  faults: [
    {
      when: /TZ/,
      wrong: 'names a time zone, which has a prop of its own',
      fix: (text) =>
        `write ${quoted(text.replace(zonePrefix, '') || '15 2 * * *')} and timeZone: '${zonePrefix.exec(text)?.[1] ?? 'Etc/UTC'}'.`,
    },
    {
      when: /\s#/,
      wrong: 'ends with a comment',
      becomes: (text) => text.replace(/\s+#.*$/s, ''),
    },
    {
      when: /^@reboot$/,
      wrong: 'is not known: a cluster does not reboot',
      fix: 'write when it runs, or use a workload that runs once.',
    },
    {
      when: (text) => /^@(?!every )/.test(text) && !known.includes(text),
      wrong: 'is not known',
      fix: (text) => `write ${quoted(nearest(text, known) ?? '@daily')} or the five fields.`,
    },
    {
      when: (text) => known.includes(`@${text.toLowerCase()}`),
      wrong: 'lacks its "@"',
      becomes: (text) => `@${text.toLowerCase()}`,
    },
    {
      when: (text) => withoutExtraFields(text) !== undefined,
      wrong: (text) => `has ${text.split(' ').length} fields: Kubernetes has none for seconds and none for years`,
      becomes: (text) => withoutExtraFields(text) ?? '',
    },
    {
      when: (text) => text.startsWith('@every ') && !(everySeconds(text) >= 1 && everySeconds(text) < 9e9),
      wrong: 'has no time of a second or more after @every',
      fix: 'write hours, minutes and seconds, such as @every 1h30m.',
    },
    { when: (text) => faultOf(text) !== undefined, wrong: (text) => faultOf(text) ?? '', fix: hint },
    {
      when: (text) => faultOf(text) === undefined && !text.startsWith('@') && !fires(text),
      wrong: 'never fires: no month that it names has such a day',
      fix: 'write a day that exists, such as 28 for the end of every month.',
    },
  ],
});

/** The API server takes any white space between the fields, and around them. */
function withSingleSpaces(text: string): string {
  return /^\s*(?:@|$)/.test(text) ? text : text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

const zonePrefix = /^(?:CRON_)?TZ=([\w/+-]*)\s*/;

const known = Object.keys(descriptors);

function faultOf(text: string): string | undefined {
  const parsed = text.startsWith('@') ? undefined : parseCron(text);
  return typeof parsed === 'string' ? parsed : undefined;
}

function fires(text: string): boolean {
  const parsed = parseCron(text);
  return typeof parsed !== 'string' && everFires(parsed);
}

/** The five of six or seven fields that are left without seconds and years, where they are a schedule. */
function withoutExtraFields(text: string): string | undefined {
  const fields = text.split(' ');
  const five = fields.slice(1, 6).join(' ');
  return (fields.length === 6 || fields.length === 7) && typeof parseCron(five) !== 'string' ? five : undefined;
}

/** Other programs' cron that people bring along. */
const dialects: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[\s,-])7$/, 'write 0 or SUN for Sunday.'],
  [/\bH\b|#|\bL|\dL|\d[W]/, 'L, W, # and H belong to other programs: write the days.'],
];

function hint(text: string): string {
  const dialect = dialects.find(([pattern]) => pattern.test(text))?.[1];
  return dialect ?? 'write minute, hour, day of the month, month and day of the week, such as "15 2 * * *".';
}
