import fc from 'fast-check';
import { parse } from 'yaml';
import { flow, writeYaml } from '../../lib/yaml/write-yaml';
import { anyText, nasties } from './nasties';

const anyValue = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, anyText, fc.boolean(), fc.integer(), tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  map: fc.dictionary(anyText, tie('value'), { maxKeys: 3 }).map((map) => ({ ...map })),
})).value;

const versions = ['1.1', '1.2'] as const;

/** Maps are read as such, so that a key which is no string shows. */
function readBack(text: string): readonly unknown[] {
  return versions.map((version) => parse(text, { version, mapAsMap: true, logLevel: 'error' }));
}

/** A plain value as `readBack` gives it. */
function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(read);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, entry]) => [key, read(entry)]));
}

function expectTheSame(written: string, value: unknown): void {
  expect(readBack(written)).toEqual([read(value), read(value)]);
}

describe('every string is read back as that string, by readers of YAML 1.1 and 1.2:', () => {
  const places: readonly (readonly [string, (text: string) => unknown])[] = [
    ['as the whole document', (text) => text],
    ['as a value', (text) => ({ a: text, b: { c: text, d: text } })],
    ['as an element of a list', (text) => ({ a: [text, [text, text]], b: [{ c: text, d: text }] })],
    ['as a key', (text) => ({ [text]: 1 })],
    ['as a key below a key, and in a list', (text) => ({ a: { [text]: { [text]: [{ [text]: text }] } } })],
  ];

  test.each(places)('%s', (_, place) => {
    for (const text of nasties) expectTheSame(writeYaml(place(text)), place(text));
    fc.assert(fc.property(anyText, (text) => expectTheSame(writeYaml(place(text)), place(text))));
  });

  test.each(places)('%s on one line', (_, place) => {
    for (const text of nasties) expectTheSame(flow(place(text)), place(text));
    fc.assert(fc.property(anyText, (text) => expectTheSame(flow(place(text)), place(text))));
  });
});

test('any value is read back as it was', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      expectTheSame(writeYaml(value), value);
      expectTheSame(flow(value), value);
      expect(flow(value)).not.toContain('\n');
    }),
  );
});

test('plain words stay plain, what readers disagree on is quoted, and a script stays readable', () => {
  const value = {
    image: 'ghcr.io/acme/api:1.2.3',
    interval: '10s',
    schedule: '15 2 * * *',
    agreed: 'yes',
    version: '1.10',
    owner: "it's me",
    separator: '\u0085',
    replicas: 3,
    enabled: true,
    none: [],
    nothing: {},
    args: ['serve', '--port=80', ['a']],
    'prepare.sh': 'set -eu\n\nif true; then\n  exit 0\nfi\n',
  };
  expect(writeYaml(value)).toBe(`image: ghcr.io/acme/api:1.2.3
interval: 10s
schedule: '15 2 * * *'
agreed: 'yes'
version: '1.10'
owner: "it's me"
separator: "\\u0085"
replicas: 3
enabled: true
none: []
nothing: {}
args:
  - serve
  - --port=80
  - - a
prepare.sh: |
  set -eu

  if true; then
    exit 0
  fi
`);
});

test('on one line nothing is spread out', () => {
  expect(flow({ type: 'volume', source: 'data', args: ['a: b', ''], image: 'acme/api:1', none: {} })).toBe(
    "{type: volume, source: data, args: ['a: b', ''], image: 'acme/api:1', none: {}}",
  );
});

test('no control character and no other end of a line is ever bare', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(writeYaml({ a: text, [text]: 1 })).not.toMatch(/[^\P{Cc}\n]|[\u2028\u2029\ufeff]/u);
    }),
  );
});
