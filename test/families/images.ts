import fc from 'fast-check';
import type { Family, Right, Wrong } from './family';
import { noText, someOf, withStranger } from './strangers';

const kind = fc.constantFrom('api' as const, 'cron' as const, 'job' as const);

const part = fc
  .array(someOf('az09', 1, 6), { minLength: 1, maxLength: 3 })
  .chain((words) =>
    fc
      .array(fc.constantFrom('.', '_', '__', '-', '--'), { minLength: words.length, maxLength: words.length })
      .map((joints) => words.map((word, index) => (index > 0 ? joints[index] : '') + word).join('')),
  );
const registry = fc.constantFrom('', 'ghcr.io/', 'localhost:5000/', 'registry.example.com:443/', '[2001:db8::1]:5000/');
const name = fc
  .tuple(registry, fc.array(part, { minLength: 1, maxLength: 3 }))
  .map(([start, parts]) => start + parts.join('/'));
const tag = fc.oneof(
  fc
    .tuple(someOf('aZ9_', 1, 1), fc.oneof(someOf('aZ9_.-', 0, 12), someOf('aZ9_.-', 127, 127)))
    .map((parts) => parts.join('')),
  fc.constantFrom('1', '1.2.3', '7.0.15-jammy', '0o7', '1e3', 'yes', 'null', '2001-01-01', 'latest-1', 'LATEST_'),
);
const digest = someOf('0123456789abcdef', 64, 64).map((hex) => `@sha256:${hex}`);

const image = fc.oneof(
  fc.tuple(name, tag).map(([name, tag]) => `${name}:${tag}`),
  fc.tuple(name, tag, digest).map(([name, tag, digest]) => `${name}:${tag}${digest}`),
  fc.tuple(name, digest).map((parts) => parts.join('')),
);

const tagged = fc.tuple(name, tag).map(([name, tag]) => `${name}:${tag}`);
const wrong: fc.Arbitrary<unknown> = fc.oneof(
  withStranger(image),
  fc.oneof(name, fc.constantFrom('localhost:5000/a', 'a'.repeat(64), '')),
  fc
    .tuple(name, fc.constantFrom(':', ':latest', ':LATEST', ':-a', ':.a', ':a+b', `:${'a'.repeat(129)}`, ':1:2'))
    .map(join),
  fc.tuple(tagged, fc.constantFrom('@', '@sha256:', '@sha1:0', `@sha256:${'a'.repeat(63)}`, '@latest')).map(join),
  digest.map(
    (digest) =>
      `a:1${digest
        .toUpperCase()
        .replace('@SHA256', '@sha256')
        .replace(/[^A-Z]$/, 'A')}`,
  ),
  fc.tuple(fc.constantFrom('https://', 'docker://', '//', '/', '-', '.', 'A', 'acme/Orders/'), tagged).map(join),
  fc.constantFrom(`${'a'.repeat(256)}:1`, 'r.io:70000/a:1', 'a//b:1', 'a/:1', 'a_-b:1', 'a___b:1', ':1', '@sha256:1'),
  fc.constantFrom('${IMAGE}', 'a:${TAG}', '{{ .Values.image }}:1', 'a:$(TAG)', 'a:<%= tag %>', 'a:%(tag)s'),
  noText,
);

const near = fc
  .tuple(
    fc.constantFrom('a', 'A', 'r:5000/a', 'http://r/a', ''),
    fc.constantFrom('', ':1', ':latest', ':a b', '@sha256:1'),
  )
  .map(join);

export const images: Family = {
  right: fc.tuple(kind, image).map(
    ([kind, image]): Right => ({
      kind,
      props: { image },
      kept({ container, service }) {
        expect([container.image, service.image]).toEqual([image, image]);
      },
    }),
  ),
  wrong: fc.oneof(
    fc.tuple(kind, wrong).map(([kind, image]): Wrong => ({ kind, props: { image }, prop: 'image' })),
    kind.map((kind) => ({ kind, props: { image: undefined }, prop: 'image' })),
    kind.map((kind) => ({ kind, props: { image: 'https://a:hunter2@r.io/a:1' }, prop: 'image', secret: 'hunter2' })),
    fc
      .constantFrom('nginx:1', 'mongo:4.4', 'mongo:8.0', 'mongo:7.1', 'mongo')
      .map((image) => ({ kind: 'mongo', props: { image }, prop: 'image' }) as const),
  ),
  near: fc.tuple(kind, near).map(([kind, image]) => ({ kind, props: { image } })),
};

function join(parts: readonly string[]): string {
  return parts.join('');
}
