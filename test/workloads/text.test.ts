import fc from 'fast-check';
import { expand, joined, plain, secretsIn, type Text } from '../../lib/workloads/text';
import type { SecretKey } from '../../lib/workloads/volume';
import { kubernetesExpands } from './expansion';

const password: SecretKey = { from: 'secret', namespace: 'orders', name: 'mongo', key: 'password' };
const variables = new Map<string, Text>([
  ['A', ['a']],
  ['B', ['$(A)$$']],
  ['EMPTY', []],
  ['PASSWORD', [password]],
]);
const expanded = (text: string) => expand(text, (name) => variables.get(name));

describe('expansion', () => {
  const examples: readonly (readonly [string, string, Text])[] = [
    ['leaves text without references as it is', 'a b', ['a b']],
    ['makes nothing of nothing', '', []],
    ['puts in the value of a variable', '-$(A)-$(A)', ['-a-a']],
    ['puts in an empty value', '-$(EMPTY)-', ['--']],
    ['does not look into a value', '$(B)', ['$(A)$$']],
    ['leaves a name that nobody defined', '$(NONE)', ['$(NONE)']],
    ['takes $$ for one $', '$$(A) $$$(A) $$$$', ['$(A) $a $$']],
    ['leaves what only a shell understands', '$A ${A} `A` $1 $', ['$A ${A} `A` $1 $']],
    ['leaves a reference without an end, and reads on', '$(A $$', ['$(A $']],
    ['keeps a secret as a piece of its own', 'x:$(PASSWORD)@$(A)', ['x:', password, '@a']],
  ];
  test.each(examples)('%s', (_, text, result) => {
    expect(expanded(text)).toEqual(result);
  });

  test("is Kubernetes' own, for any text", () => {
    const values = new Map([
      ['a', 'x'],
      ['ab', '$(a)'],
      ['b', ''],
      ['$', '$'],
    ]);
    const texts = fc.string({ unit: fc.constantFrom('$', '$', '(', ')', 'a', 'b', ' ') });
    fc.assert(
      fc.property(texts, (text) => {
        const ours = expand(text, (name) => (values.has(name) ? [values.get(name) ?? ''] : undefined));
        expect(plain(ours)).toBe(kubernetesExpands(text, values));
      }),
      { numRuns: 1_000 },
    );
  });
});

test('the judge knows what the words of Kubernetes promise', () => {
  expect(kubernetesExpands('$(A)$$(A)$(B)$(ñ', new Map([['A', 'é']]))).toBe('é$(A)$(B)$(ñ');
});

test('neighbouring strings are one piece, and empty ones none', () => {
  expect(joined(['a', '', 'b', password, '', 'c', 'd', ''])).toEqual(['ab', password, 'cd']);
});

test('a text is plain where it holds no secret', () => {
  expect(plain(['a', 'b'])).toBe('ab');
  expect(plain([])).toBe('');
  expect(plain(['a', password])).toBeUndefined();
  expect(secretsIn(['a', password, 'b', password])).toEqual([password, password]);
});
