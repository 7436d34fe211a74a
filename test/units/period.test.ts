import { shortestPeriod } from '../../lib/units/period';

test.each([
  ['* * * * *', 60],
  ['*/7 * * * *', 240],
  ['0,10 * * * *', 600],
  ['0 23,1 * * *', 7200],
  ['15 2 * * *', 86400],
  ['0 0 * * MON', 604800],
  ['0 0 1 * MON', 86400],
  ['0 0 1 * *', 28 * 86400],
  ['0 0 28,1 * *', 86400],
  ['0 0 29 2 *', 1461 * 86400],
  ['@yearly', 365 * 86400],
  ['@every 1h30m', 5400],
  ['@every 1.5s', 1],
])('between two runs of %s are at least %i seconds', (schedule, seconds) => {
  expect(shortestPeriod(schedule)).toBe(seconds);
});

test('what is no schedule has no period', () => {
  expect(shortestPeriod('sometimes')).toBeUndefined();
});
