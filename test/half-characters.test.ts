import fc from 'fast-check';
import { tandemOf } from './compose/tandem';
import { configMap } from './workloads/manifests';

const problem = 'holds half of a character (a lone surrogate), which no encoding can write. Expected whole characters.';

test.each([
  ['a value', { a: 'x\ud83d' }, 'data/a'],
  ['a key', { 'x\ude00y': 'a' }, 'data/x?y'],
])('half of a character in %s is refused, for kubectl and Compose could not read it', (_, data, place) => {
  expect(() => tandemOf([configMap('conf', data)])).toThrow(`configmap-orders-conf · ${place}: ${problem}`);
});

test('what it is part of is not shown: it may be a secret', () => {
  expect(() => tandemOf([configMap('conf', { a: 'geheim\ud83d' })])).toThrow(/^(?!.*geheim)/s);
});

test('any text of whole characters is accepted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      tandemOf([configMap('conf', { a: text })]);
    }),
    { numRuns: 50 },
  );
});
