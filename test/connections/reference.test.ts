import { existing, isReference } from '../../lib/connections/reference';

test('a Secret that exists is a reference that leads to no workload', () => {
  expect(existing('stripe', 'api-key')).toEqual({
    pieces: [{ secretName: 'stripe', key: 'api-key', called: 'SECRET' }],
  });
  expect(isReference(existing('stripe', 'api-key'))).toBe(true);
});

test.each([[undefined], [null], ['text'], [3], [[]], [{}], [{ value: 'x' }], [{ pieces: 'x' }]])(
  '%j is no reference',
  (value) => {
    expect(isReference(value)).toBe(false);
  },
);
