import { lastLines } from '../../lib/laptop/said';

test('the last lines that say something, without what moves a cursor', () => {
  expect(lastLines('a\n\nb\r\n\x1b[31mc\x1b[0m\x07\n \n', [], 2)).toEqual(['b', 'c']);
  expect(lastLines('', [], 2)).toEqual([]);
  expect(lastLines('x'.repeat(500), [], 1)).toEqual([`${'x'.repeat(200)} …`]);
});

test.each([
  ['as it is', 'hunter2'],
  ['with a line end behind it', 'hunter2\n'],
  ['in a URL', 'p@ss/word'],
  ['in JSON', 'a"b\\c'],
  ['one of several lines', 'first-line\nhunter2\n'],
])('no secret is shown: %s', (_, secret) => {
  const forms = [secret.trim(), encodeURIComponent(secret.trim()), JSON.stringify(secret.trim())];
  const header = `Authorization: ${Buffer.from(secret.trim()).toString('base64')}`;
  const shown = lastLines(
    [...forms, ...secret.split('\n'), header].map((form) => `[${form}]`).join('\n'),
    [secret],
    99,
  );
  expect(shown.join('\n')).not.toMatch(/hunter2|p@ss|p%40ss|a"b|a\\"b|first-line|aHVudGVyMg|cEBzcy|YSJi/);
  expect(shown[0]).toBe('[***]');
});

test('a secret that begins with another leaves no rest, and one without a value blots out nothing', () => {
  expect(lastLines('the password is abcdef, not abc', ['abc', '', 'abcdef', '\n'], 1)).toEqual([
    'the password is ***, not ***',
  ]);
});

test('a secret is blotted out before a long line is cut', () => {
  const [line] = lastLines(`${'x'.repeat(195)}hunter2hunter2`, ['hunter2hunter2'], 1);
  expect(line).toBe(`${'x'.repeat(195)}***`);
});
