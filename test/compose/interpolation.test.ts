import { interpolated } from './interpolation';

test.each([
  ['a', 'a'],
  ['$$', '$'],
  ['$$$$A', '$$A'],
  ['$${A}', '${A}'],
  ['$(A)', '$(A)'],
  ['$1 costs $', '$1 costs $'],
  ['$A-${A}', 'x-x'],
  ['${B:-8000}:80', '8000:80'],
  ['${A:-8000}:80', 'x:80'],
])('Compose makes of %s the text %s', (text, expected) => {
  expect(interpolated({ key: [text] }, { A: 'x' })).toEqual({ key: [expected] });
});

test.each(['${', '${}', '${1}', '$B', '${B}', '${B:?no}'])('Compose refuses %s, or asks for a variable', (text) => {
  expect(() => interpolated(text)).toThrow();
});

test('no key is interpolated', () => {
  expect(interpolated({ $A: 1 })).toEqual({ $A: 1 });
});
