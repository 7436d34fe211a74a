import fc from 'fast-check';
import { problemText } from '../../lib/checks/problem';
import { quoted, shown } from '../../lib/checks/shown';

describe('problemText', () => {
  const problem = {
    construct: 'orders/api',
    prop: 'replicas',
    wrong: 'is below 1',
    expected: 'a whole number of at least 1.',
    fix: 'write 1 or more.',
  };

  test('says place, what is wrong, value, expectation and remedy', () => {
    expect(problemText({ ...problem, got: 0 })).toBe(
      'orders/api · replicas: is below 1, got 0. Expected a whole number of at least 1. Fix: write 1 or more.',
    );
  });

  test('leaves out a value that is not to be shown', () => {
    expect(problemText(problem)).toBe(
      'orders/api · replicas: is below 1. Expected a whole number of at least 1. Fix: write 1 or more.',
    );
  });
});

describe('shown', () => {
  class Api {}
  const cycle: Record<string, unknown> = { name: 'a' };
  cycle.self = cycle;

  test.each<[unknown, string]>([
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'true'],
    [0, '0'],
    [-0, '-0'],
    [Number.NaN, 'NaN'],
    [10n, '10n'],
    ['', '""'],
    ['say "hi" \\ there', '"say \\"hi\\" \\\\ there"'],
    ['a\nb\tc\0d', '"a\\nb\\tc\\u0000d"'],
    ['no\u00a0break', '"no\\u00a0break"'],
    ['\u202egnp.exe', '"\\u202egnp.exe"'],
    ['\ufeffbom\u200b', '"\\ufeffbom\\u200b"'],
    ['\ud800 alone', '"\\ud800 alone"'],
    ['\u{e0001}', '"\\u{e0001}"'],
    ['größe 日本 🙂', '"größe 日本 🙂"'],
    [Symbol('x'), 'a symbol'],
    [() => 1, 'a function'],
    [[1, 'a', [2, [3]]], '[1, "a", [2, […]]]'],
    [{ a: 1, 'b c': { d: { e: 1 } } }, '{"a": 1, "b c": {"d": {…}}}'],
    [cycle, '{"name": "a", "self": {"name": "a", "self": {…}}}'],
    [new Api(), 'an instance of Api'],
    [new Map(), 'an instance of Map'],
    [Object.create(null), '{}'],
    [Object.create({ a: 1 }), 'an instance of Object'],
    [JSON.parse('{"__proto__": 1, "constructor": 2}'), '{"__proto__": 1, "constructor": 2}'],
  ])('%p', (value, text) => {
    expect(shown(value)).toBe(text);
  });

  test('a long value is cut at 60 characters', () => {
    expect(shown('x'.repeat(1_000_000))).toBe(`"${'x'.repeat(57)}…"`);
    expect(shown(Array(100_000).fill('abc'))).toBe('["abc", "abc", "abc", "abc", "abc", "abc", "abc", "abc", "a…');
  });

  test.each([
    'mongodb://app:hunter2@db/app',
    'https://token@example.com',
    { url: 'mongodb://app:hunter2@db/app' },
    { dbPassword: 'hunter2' },
    [['ghp_abcdefghijklmnopqrstuvwxyz0123456789']],
  ])('a secret is not shown: case %#', (value) => {
    expect(shown(value)).toContain('(hidden)');
    expect(shown(value)).not.toMatch(/hunter2|token@|ghp_/);
  });

  test('any value has one printable line', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withMap: true }),
        (value) => {
          expect(shown(value)).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$/u);
          expect([...shown(value)].length).toBeLessThanOrEqual(600);
        },
      ),
    );
  });
});

test('a quoted text without odd characters is its JSON', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => expect(JSON.parse(quoted(text))).toBe(text)));
});
