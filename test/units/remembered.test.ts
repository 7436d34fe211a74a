import { remembered } from '../../lib/units/remembered';

test('works once for each key, nothing as well', () => {
  const asked: string[] = [];
  const length = remembered((text: string) => {
    asked.push(text);
    return text.length || undefined;
  });
  expect(['one', '', 'one', ''].map(length)).toEqual([3, undefined, 3, undefined]);
  expect(asked).toEqual(['one', '']);
});

test('beyond so many keys it begins anew', () => {
  const asked: string[] = [];
  const double = remembered((key: string) => asked.push(key), 2);
  for (const key of ['a', 'b', 'a', 'c', 'c', 'a']) double(key);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});
