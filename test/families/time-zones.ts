import fc from 'fast-check';
import type { Family, Right, Wrong } from './family';
import { noText, strangers, withStranger } from './strangers';

const zone = fc.oneof(
  fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
  fc.constantFrom(
    'UTC',
    'Etc/UTC',
    'EST',
    'GMT',
    'US/Pacific',
    'Asia/Calcutta',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+1',
  ),
);

const wrong: fc.Arbitrary<unknown> = fc.oneof(
  withStranger(zone, [...strangers, '..', '//']),
  zone.map((name) => name.toLowerCase()).filter((name) => /[a-z]/.test(name)),
  zone
    .filter((name) => name.includes('/'))
    .map((name) => name.toUpperCase())
    .filter((name) => !/^(?:ETC\/)?UTC$/.test(name)),
  zone.map((name) => `${name}x`),
  fc.constantFrom(
    '',
    ' ',
    '+02:00',
    'GMT+1',
    'Z',
    'Local',
    'Mars/Olympus',
    'America/New York',
    '../etc/passwd',
    '/etc/localtime',
  ),
  fc.constantFrom(
    'europe/paris',
    'SystemV/PST8',
    'posix/Europe/Paris',
    'right/UTC',
    'PST',
    'Europe',
    '${TZ}',
    'UTC\0',
    '-UTC',
  ),
  noText,
);

export const timeZones: Family = {
  right: zone.map(
    (timeZone): Right => ({
      kind: 'cron',
      props: { timeZone },
      kept({ objects }) {
        expect(objects.find(({ kind }) => kind === 'CronJob')?.spec).toMatchObject({ timeZone });
      },
    }),
  ),
  wrong: wrong.map((timeZone): Wrong => ({ kind: 'cron', props: { timeZone }, prop: 'timeZone' })),
  near: fc
    .constantFrom('Europe/Madrid', 'europe/madrid', 'EST', '', 'Z', '../etc')
    .map((timeZone) => ({ kind: 'cron', props: { timeZone } })),
};
