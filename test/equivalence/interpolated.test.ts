import { interpolated, interpolatedValues } from '../../lib/equivalence/interpolated';

test.each([
  ['plain', 'plain'],
  ['$$', '$'],
  ['$$$$HOME', '$$HOME'],
  ['a$${HOME}b', 'a${HOME}b'],
  ['$(kept) $1 $', '$(kept) $1 $'],
  ['$SET ${SET}', 'here here'],
  ['$UNSET|${UNSET}|', '||'],
  ['${UNSET:-otherwise} ${UNSET-otherwise}', 'otherwise otherwise'],
  ['${EMPTY:-otherwise} ${EMPTY-otherwise}', 'otherwise '],
  ['127.0.0.1:${API_PORT:-8000}:8000', '127.0.0.1:8000:8000'],
])('Compose makes of %j %j', (text, expected) => {
  expect(interpolated(text, { SET: 'here', EMPTY: '' })).toBe(expected);
});

test('what is no variable is refused, as Compose does', () => {
  expect(() => interpolated('${HOME')).toThrow('${');
});

test('every value is interpolated, and no key', () => {
  expect(interpolatedValues({ $$a: ['$$', { b: '$$' }], c: 1, d: null })).toEqual({
    $$a: ['$', { b: '$' }],
    c: 1,
    d: null,
  });
});
