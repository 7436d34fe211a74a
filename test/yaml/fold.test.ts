import fc from 'fast-check';
import { parse } from 'yaml';
import { Alias, Anchor } from '../../lib/yaml/anchor';
import { filled, folded } from '../../lib/yaml/fold';
import { anyText } from './nasties';

const long = 'x'.repeat(50);

test('what fits stays on its line', () => {
  expect(folded({ a: [1, 'b'], c: {} }, 0, '  ')).toBe('{a: [1, b], c: {}}');
});

test('what does not is folded between its entries, and each entry that is too long within itself', () => {
  const value = { a: [long, long, long], b: 1, c: { d: long, e: long } };
  expect(`key: ${folded(value, 5, '  ')}`).toBe(`key: {a: [${long}, ${long},
    ${long}],
  b: 1,
  c: {d: ${long}, e: ${long}}}`);
});

test('a word that no line can hold stays where it is', () => {
  expect(filled([{ key: 'a', value: 1 }, { value: long.repeat(3) }], 0, '  ')).toBe(`a: 1, ${long.repeat(3)}`);
});

test('an anchor is folded as its value is, and its alias stands for it', () => {
  const names = [long, long, long];
  const text = folded({ a: new Anchor('names', names), b: new Alias('names') }, 0, '  ');
  expect(text).toBe(`{a: &names [${long}, ${long},
    ${long}],
  b: *names}`);
  expect(parse(text)).toEqual({ a: names, b: names });
});

const anyValue = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, anyText, fc.integer(), tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 6 }),
  map: fc.dictionary(anyText, tie('value'), { maxKeys: 6 }).map((map) => ({ ...map })),
})).value;

/** Maps are read as such, so that a key which is no string shows. */
function asMap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asMap);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, entry]) => [key, asMap(entry)]));
}

test('folded or not, a value is read back as it was, by readers of YAML 1.1 and 1.2', () => {
  fc.assert(
    fc.property(anyValue, fc.integer({ min: 5, max: 120 }), (value, column) => {
      const text = `a:\n  k: ${folded(value, column, '    ')}\n`;
      for (const version of ['1.1', '1.2'] as const) {
        expect(parse(text, { version, mapAsMap: true })).toEqual(asMap({ a: { k: value } }));
      }
    }),
  );
});
