import { within } from '../../lib/checks/finding';
import { type Finding, problemText } from '../../lib/checks/problem';
import { timeZone } from '../../lib/checks/time-zone';

const said = (finding: Finding) => problemText({ construct: 'orders/api', ...finding });

describe('timeZone', () => {
  test('Europe/Pariss: the whole message', () => {
    expect(within('timeZone', timeZone('Europe/Pariss')).map(said)).toEqual([
      'orders/api · timeZone: is no time zone, got "Europe/Pariss". Expected a name of the IANA time zone database, such as Europe/Madrid or Etc/UTC. Fix: write "Europe/Paris".',
    ]);
  });

  test.each([
    'Europe/Madrid',
    'UTC',
    'Etc/UTC',
    'US/Pacific',
    'EST',
    'Asia/Calcutta',
    'Asia/Kolkata',
    'Etc/GMT-2',
    'GMT+0',
    'America/Argentina/ComodRivadavia',
    'America/Port-au-Prince',
    'America/Port_of_Spain',
  ])('%j is fine', (value) => {
    expect(timeZone(value)).toEqual([]);
  });

  test.each<[unknown, string, string]>([
    ['europe/paris', 'is in the wrong case, and Kubernetes takes the exact one only', 'write "Europe/Paris".'],
    ['EUROPE/PARIS', 'is in the wrong case, and Kubernetes takes the exact one only', 'write "Europe/Paris".'],
    ['us/pacific', 'is in the wrong case, and Kubernetes takes the exact one only', 'write "US/Pacific".'],
    ['asia/kolkata', 'is in the wrong case, and Kubernetes takes the exact one only', 'write "Asia/Kolkata".'],
    ['utc', 'is in the wrong case, and Kubernetes takes the exact one only', 'write "UTC".'],
    ['America/New York', 'is no time zone', 'write "America/New_York".'],
    ['new_york', 'is no time zone', 'write "America/New_York".'],
    ['Berlin', 'is no time zone', 'write "Europe/Berlin".'],
    ['', 'is empty', 'write one, such as "Etc/UTC".'],
    ['  ', 'is nothing but white space', 'write one, such as "Etc/UTC".'],
    ['Europe/Paris ', 'has white space around it', 'write "Europe/Paris".'],
    ['Europe/Paris\n', 'has white space around it', 'write "Europe/Paris".'],
    [
      '${TZ}',
      'is a template that nothing fills in',
      'put the value there: in TypeScript, ${…} works between backticks.',
    ],
    [1, 'is not a string', 'write a string, such as "Etc/UTC".'],
    [null, 'is not a string', 'write a string, such as "Etc/UTC".'],
  ])('%j %s', (value, wrong, fix) => {
    expect(timeZone(value)).toMatchObject([{ wrong, fix }]);
  });

  test.each<unknown>([
    'Mars/Olympus',
    'CEST',
    'PST',
    'IST',
    'Local',
    'US/Pacific-New',
    'SystemV/PST8',
    '../etc/passwd',
    '/etc/localtime',
    'Europe/',
    'Europe/../UTC',
  ])('%j is no time zone', (value) => {
    const fix = 'write the place whose clocks are meant, such as "Europe/Madrid", or "Etc/UTC".';
    expect(timeZone(value)).toMatchObject([{ wrong: 'is no time zone', fix }]);
  });

  test.each<unknown>(['GMT+1', 'UTC+2', '+02:00', '-0800', 'Z'])(
    '%j is an offset, which no zone keeps all year',
    (value) => {
      const fix = 'write the place whose clocks are meant, such as "Europe/Madrid", or "Etc/UTC".';
      expect(timeZone(value)).toMatchObject([{ wrong: 'is an offset, which no zone keeps all year', fix }]);
    },
  );
});
