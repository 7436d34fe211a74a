import fc from 'fast-check';
import { bytes, cpuMillis, parseQuantity } from '../../lib/units/quantity';

test.each([
  ['128974848', 128974848n],
  ['129e6', 129000000n],
  ['129M', 129000000n],
  ['123Mi', 128974848n],
  ['1.5Gi', 1610612736n],
  ['0.5Ki', 512n],
  ['100m', 1n],
  ['1E', 1000000000000000000n],
  ['1E3', 1000n],
  ['1Ei', 1152921504606846976n],
  ['.5k', 500n],
  ['5.', 5n],
])('%s is %d bytes', (text, expected) => {
  expect(bytes(text)).toBe(expected);
});

test.each([
  ['500m', 500],
  ['0.5', 500],
  ['2', 2000],
  ['1u', 1],
  ['1.5k', 1500000],
])('%s is %d thousandths of a core', (text, expected) => {
  expect(cpuMillis(text)).toBe(expected);
});

test.each(['', '.', 'm', '1 Mi', '1mi', '1MB', '1,5', '0x1', '1e', '1e3Mi', 'NaN', '１', '1\n'])(
  '%j is no quantity',
  (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  },
);

test('every number of binary units is exactly so many bytes', () => {
  const units = ['', 'Ki', 'Mi', 'Gi', 'Ti'];
  fc.assert(
    fc.property(fc.nat(1e6), fc.nat(4), (count, power) => {
      expect(bytes(`${count}${units[power]}`)).toBe(BigInt(count) * 1024n ** BigInt(power));
    }),
  );
});

test('decimals mean what they say', () => {
  fc.assert(
    fc.property(fc.nat(9999), fc.nat(999), (whole, thousandths) => {
      expect(cpuMillis(`${whole}.${String(thousandths).padStart(3, '0')}`)).toBe(whole * 1000 + thousandths);
    }),
  );
});
