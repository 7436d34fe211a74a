import { everFires, parseCron } from '../../lib/units/cron';

test('each field is the set of its values', () => {
  expect(parseCron('*/20 8-10 1,15 jan-MAR ?')).toEqual({
    minutes: { values: new Set([0, 20, 40]), every: false },
    hours: { values: new Set([8, 9, 10]), every: false },
    daysOfMonth: { values: new Set([1, 15]), every: false },
    months: { values: new Set([1, 2, 3]), every: false },
    daysOfWeek: { values: new Set([0, 1, 2, 3, 4, 5, 6]), every: true },
  });
});

test('a step behind one number goes on to the end', () => {
  expect(parseCron('50/4 * * * *')).toMatchObject({ minutes: { values: new Set([50, 54, 58]) } });
});

test.each([
  ['0 0 29 2 *', true],
  ['0 0 30 2 *', false],
  ['0 0 31 4,6 *', false],
  ['0 0 31 4,5 *', true],
  ['0 0 30 2 MON', true],
  ['0 0 30 2 */2', true],
])('%s ever fires: %s', (text, expected) => {
  const parsed = parseCron(text);
  expect(typeof parsed === 'string' ? parsed : everFires(parsed)).toBe(expected);
});
