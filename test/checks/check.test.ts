import { inTurn, integer, listOf, mapOf, oneOf, satisfying } from '../../lib/checks/check';
import { within } from '../../lib/checks/finding';
import { type Check, problemText } from '../../lib/checks/problem';
import { optional, required, shape } from '../../lib/checks/props';

const said = (check: Check, value: unknown) =>
  within('prop', check(value)).map((finding) => problemText({ construct: 'orders/api', ...finding }));
const small = integer(0, 9);

test('oneOf', () => {
  const check = oneOf('Allow', 'Forbid', 'Replace');
  const wrong = 'orders/api · prop: is none of what it may be';
  expect(said(check, 'Forbid')).toEqual([]);
  expect(said(check, 'forbid')).toEqual([
    `${wrong}, got "forbid". Expected one of "Allow", "Forbid", "Replace". Fix: write "Forbid".`,
  ]);
  expect(said(check, 'Never')).toEqual([
    `${wrong}, got "Never". Expected one of "Allow", "Forbid", "Replace". Fix: write one of them.`,
  ]);
  expect(check(0)).toHaveLength(1);
  expect(check(undefined)).toHaveLength(1);
});

test('integer', () => {
  expect(said(small, 9)).toEqual([]);
  expect(said(integer(3, 7, ': a majority needs three'), 2)).toEqual([
    'orders/api · prop: is below 3, got 2. Expected a whole number from 3 to 7: a majority needs three. Fix: write a number such as 3.',
  ]);
  expect(said(small, 10)).toEqual([
    'orders/api · prop: is above 9, got 10. Expected a whole number from 0 to 9. Fix: write a number such as 0.',
  ]);
});

test('listOf tells each item that is wrong', () => {
  expect(said(listOf(small), [1, 10, 'x'])).toEqual([
    'orders/api · prop[1]: is above 9, got 10. Expected a whole number from 0 to 9. Fix: write a number such as 0.',
    'orders/api · prop[2]: is not a number, got "x". Expected a whole number from 0 to 9. Fix: write a number such as 0.',
  ]);
  expect(listOf(small)(Array(1))).toMatchObject([{ prop: '[0]', got: undefined }]);
  expect(listOf(small)('[1]')).toMatchObject([{ wrong: 'is not a list', fix: 'write it between brackets: […].' }]);
});

describe('mapOf', () => {
  const lower = satisfying(
    (key) => String(key) === String(key).toLowerCase(),
    'is loud',
    'lower case.',
    'write it in lower case.',
  );
  const check = mapOf(lower, (value, key) => (key === 'answer' ? [] : small(value)));

  test('tells keys and values, and the value knows its key', () => {
    expect(said(check, { a: 1, answer: 42 })).toEqual([]);
    expect(said(check, { B: 1, 'x y': 42 })).toEqual([
      'orders/api · prop.B: is loud, got "B". Expected lower case. Fix: write it in lower case.',
      'orders/api · prop["x y"]: is above 9, got 42. Expected a whole number from 0 to 9. Fix: write a number such as 0.',
    ]);
  });

  test('a key of any name is a key', () => {
    expect(check(JSON.parse('{"__proto__": 1, "constructor": 2}'))).toEqual([]);
    expect(check(JSON.parse('{"__proto__": 10}'))).toMatchObject([{ prop: '__proto__', got: 10 }]);
  });

  test('a value that is undefined is checked', () => {
    expect(check({ a: undefined })).toMatchObject([{ prop: 'a', wrong: 'is not a number' }]);
  });

  test.each<unknown>([null, 'a=1', [['a', 1]], new Map([['a', 1]]), new Date()])('%p is no map', (value) => {
    expect(check(value)).toMatchObject([
      { wrong: 'is not an object of names and values', fix: 'write it between braces: { name: value }.' },
    ]);
  });

  test('thousands of entries are refused as one', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`a${index}`, 99]));
    expect(check(many)).toMatchObject([{ prop: '', wrong: 'has 10000 entries, more than 1000' }]);
  });
});

test('shape joins the places of what is nested', () => {
  const check = shape({ memory: required(shape({ limit: optional(small) }), {}), list: optional(listOf(shape({}))) });
  expect(check({ memory: { limit: 1 } })).toEqual([]);
  expect(check({ memory: { limit: 10, limt: 1 }, list: [{}, { a: 1 }] })).toMatchObject([
    { prop: 'memory.limit', wrong: 'is above 9' },
    { prop: 'memory.limt', wrong: 'is not known here', fix: 'did you mean limit?' },
    { prop: 'list[1].a', wrong: 'is not known here' },
  ]);
  expect(check({})).toMatchObject([{ prop: 'memory', wrong: 'is missing' }]);
});

test('inTurn tells what the first finds', () => {
  const check = inTurn(small, integer(5, 20), integer(7, 20));
  expect(check(8)).toEqual([]);
  expect(check(10)).toMatchObject([{ wrong: 'is above 9' }]);
  expect(check(1)).toMatchObject([{ wrong: 'is below 5' }]);
});
