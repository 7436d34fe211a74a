import { clockChanges } from '../../lib/units/clock-changes';

const shown = (zone: string, now: string) =>
  clockChanges(zone, new Date(now)).map(({ from, to, skips }) => [
    new Date(from).toISOString().slice(0, 16),
    new Date(to).toISOString().slice(0, 16),
    skips,
  ]);

test.each([
  [
    'Europe/Madrid',
    [
      ['2025-03-30T02:00', '2025-03-30T03:00', true],
      ['2025-10-26T02:00', '2025-10-26T03:00', false],
    ],
  ],
  [
    'Australia/Lord_Howe',
    [
      ['2025-04-06T01:30', '2025-04-06T02:00', false],
      ['2025-10-05T02:00', '2025-10-05T02:30', true],
    ],
  ],
  ['America/Bogota', []],
  ['Etc/UTC', []],
  ['Europe/Nowhere', []],
])('the clocks of %s', (zone, changes) => {
  expect(shown(zone, '2025-01-01T00:00:00Z')).toEqual(changes);
});
