import fc from 'fast-check';
import { Field, UnreadableField } from '../../lib/manifests/field';

const fieldOf = (object: unknown) => Field.root('orders/api', object);
const unread = (field: Field) => field.unread().map(String);

describe('reading is remembered', () => {
  test('a leaf that was read is no longer unread', () => {
    const field = fieldOf({ spec: { replicas: 3, paused: false, strategy: { type: 'Recreate' } } });
    expect(unread(field)).toEqual(['spec/replicas', 'spec/paused', 'spec/strategy/type']);
    field.at('spec', 'replicas').number();
    field.at('spec', 'paused').tryBoolean();
    expect(unread(field)).toEqual(['spec/strategy/type']);
    field.at('spec', 'strategy', 'type').text();
    expect(unread(field)).toEqual([]);
  });

  test('going to a place, asking whether it exists, listing it and peeking at it is not reading it', () => {
    const field = fieldOf({ args: ['serve'], env: { MODE: 'live' } });
    expect(field.at('args', 0).exists).toBe(true);
    expect(field.at('args').items()).toHaveLength(1);
    expect(field.at('env').entries()).toHaveLength(1);
    expect(field.at('args', 0).peek()).toBe('serve');
    expect(unread(field)).toEqual(['args/0', 'env/MODE']);
  });

  test('what one cursor reads, every cursor of the same manifest knows', () => {
    const field = fieldOf({ spec: { image: 'a', tag: 'b' } });
    field.at('spec').at('image').text();
    expect(unread(field.at('spec'))).toEqual(['spec/tag']);
    expect(unread(fieldOf({ spec: { image: 'a', tag: 'b' } }))).toEqual(['spec/image', 'spec/tag']);
  });

  test('an empty list and an empty map are leaves, read by looking into them', () => {
    const field = fieldOf({ drop: [], emptyDir: {} });
    expect(unread(field)).toEqual(['drop', 'emptyDir']);
    expect(field.at('drop').items()).toEqual([]);
    expect(field.at('emptyDir').entries()).toEqual([]);
    expect(unread(field)).toEqual([]);
  });

  test('peekItems looks at the items of a list, and at none of anything else', () => {
    const field = fieldOf({ args: ['serve'], drop: [], env: { 0: 'a' }, text: 'abc' });
    expect(field.at('args').peekItems().map(String)).toEqual(['args/0']);
    expect(['drop', 'env', 'text', 'none'].flatMap((key) => field.at(key).peekItems())).toEqual([]);
    expect(unread(field)).toEqual(['args/0', 'drop', 'env/0', 'text']);
  });

  test('json reads all that is below', () => {
    const field = fieldOf({ affinity: { weights: [1, { zone: 'a' }], none: [] }, other: true });
    expect(field.at('affinity').json()).toEqual({ weights: [1, { zone: 'a' }], none: [] });
    expect(unread(field)).toEqual(['other']);
  });

  test('null is as if it were not there', () => {
    const field = fieldOf({ spec: null });
    expect(field.at('spec').exists).toBe(false);
    expect(field.at('spec', 'replicas').tryNumber()).toBeUndefined();
    expect(field.at('spec').items()).toEqual([]);
    expect(field.at('spec').entries()).toEqual([]);
    expect(unread(field)).toEqual([]);
  });

  test('of any value, each leaf has a place of its own, and reading it reads nothing else', () => {
    const keys = fc.constantFrom('a', 'a/b', '~', '~1', '', '0', '__proto__', 'constructor', 'length');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 3 }, fc.boolean(), fc.constant('text'), tie('list'), tie('map')),
      list: fc.array(tie('value'), { maxLength: 3 }),
      map: fc.dictionary(keys, tie('value'), { maxKeys: 3 }),
    }));
    fc.assert(
      fc.property(value, (object) => {
        const field = fieldOf(object);
        const places = field.leaves().map(String);
        expect(new Set(places).size).toBe(places.length);
        for (const [index, leaf] of field.leaves().entries()) {
          expect(unread(field)).toEqual(places.slice(index));
          leaf.json();
        }
        expect(unread(field)).toEqual([]);
      }),
    );
  });
});

describe('keys', () => {
  test.each(['__proto__', 'constructor', 'toString', 'length'])('%s is a key as any other', (key) => {
    expect(fieldOf({}).at(key).exists).toBe(false);
    expect(
      fieldOf({ labels: { app: 'x' } })
        .at('labels', key)
        .tryText(),
    ).toBeUndefined();
    const field = fieldOf(JSON.parse(`{"labels": {"${key}": "x"}}`));
    expect(Object.entries(field.at('labels').textMap())).toEqual([[key, 'x']]);
    expect(unread(field)).toEqual([]);
  });

  test('a place is written as a JSON pointer less its first slash', () => {
    const field = fieldOf({ labels: { 'a/b': '1', '~': '2', '~1': '3' }, containers: [{ name: 'x' }] });
    expect(unread(field)).toEqual(['labels/a~1b', 'labels/~0', 'labels/~01', 'containers/0/name']);
  });

  test('a name below a list leads to nothing, and is told as it is', () => {
    const field = fieldOf({ spec: [{ x: 1 }] }).at('spec', 'template', 'spec');
    expect([field.exists, String(field)]).toEqual([false, 'spec/template/spec']);
    expect(String(fieldOf({}).at('args', 0, 'x'))).toBe('args/0/x');
  });

  test('nothing is below text', () => {
    expect(fieldOf({ name: 'api' }).at('name', 'length').exists).toBe(false);
    expect(fieldOf({ name: 'api' }).at('name', 0).exists).toBe(false);
  });
});

describe('a wrong shape', () => {
  const wrong: readonly (readonly [string, unknown, (field: Field) => unknown, string])[] = [
    ['tryText of a number', 3, (field) => field.tryText(), 'text, got 3'],
    ['tryNumber of text', '3', (field) => field.tryNumber(), 'a number, got "3"'],
    ['tryBoolean of text', 'yes', (field) => field.tryBoolean(), 'true or false, got "yes"'],
    ['tryScalar of a map', { a: 1 }, (field) => field.tryScalar(), 'text or a number, got {"a":1}'],
    ['items of a map', {}, (field) => field.items(), 'a list, got {}'],
    ['items of text', 'abc', (field) => field.items(), 'a list, got "abc"'],
    ['entries of a list', [1], (field) => field.entries(), 'a map, got [1]'],
    ['text of nothing', undefined, (field) => field.text(), 'text, got undefined'],
    ['number of null', null, (field) => field.number(), 'a number, got null'],
  ];

  test.each(wrong)('%s says construct, place, value and what it must be', (_, value, read, message) => {
    const field = fieldOf({ spec: { a: value } });
    expect(() => read(field.at('spec', 'a'))).toThrow(new Error(`orders/api: spec/a must be ${message}`));
    expect(() => read(field.at('spec', 'a'))).toThrow(UnreadableField);
    expect(unread(field)).toEqual(field.leaves().map(String));
  });

  test('of an element of a list, or of an entry of a map, names that very one', () => {
    expect(() =>
      fieldOf({ args: ['a', 1] })
        .at('args')
        .texts(),
    ).toThrow('orders/api: args/1 must be text, got 1');
    expect(() =>
      fieldOf({ labels: { a: '1', b: true } })
        .at('labels')
        .textMap(),
    ).toThrow('orders/api: labels/b must be text, got true');
  });
});
