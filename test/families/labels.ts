import fc from 'fast-check';
import { anyText } from '../yaml/nasties';
import type { Family, Right, Wrong } from './family';
import { dnsLabel, noText, someOf, strangers, withStranger } from './strangers';

const kind = fc.constantFrom('api' as const, 'cron' as const, 'job' as const, 'mongo' as const);

const word = (most: number) =>
  fc
    .tuple(someOf('aZ9', 1, 1), someOf('aZ9_.-', 0, most - 2), someOf('aZ9', 0, 1))
    .map(([start, middle, end]) => start + (end === '' ? '' : middle) + end);
const prefix = fc.array(dnsLabel(12, 'az09'), { minLength: 1, maxLength: 3 }).map((labels) => `${labels.join('.')}/`);
const key = fc.oneof(
  word(63),
  fc.tuple(prefix, word(63)).map((parts) => parts.join('')),
  fc.constantFrom('toString', 'hasOwnProperty', 'null', '1', 'yes', '0o7'),
);
const value = fc.oneof(
  word(63),
  fc.constantFrom('', '1', 'true', 'null', 'no', '1e3', '0o7', '2001-01-01', 'constructor'),
);

const wrongKey = fc.oneof(
  withStranger(key, [...strangers, '//', ':', '@', '=']),
  key.map((name) => `-${name}`),
  key.map((name) => `${name}.`),
  fc.constantFrom('', ' ', '__proto__', 'constructor', 'a/b/c', '/a', 'a/', 'a'.repeat(64), '-a/b'),
);
/** Of annotations the API server takes capitals before the slash, too. */
const wrongKeyOf = (prop: string) => (prop === 'podAnnotations' ? wrongKey : fc.oneof(wrongKey, fc.constant('A.b/c')));
const wrongValue = fc.oneof(
  withStranger(value, [...strangers, '/', ':', '=', '@', '+']),
  value.map((text) => `-${text}`),
  value.map((text) => `${text}_`),
  fc.constantFrom('a'.repeat(64), '.', 'v1.0+build'),
  noText,
);
const text = anyText.filter((text) => !text.includes('\0'));

const of = (key: string, value: unknown) => Object.fromEntries([[key, value]]);

export const labels: Family = {
  right: fc.oneof(
    fc.tuple(kind, key, value).map(
      ([kind, key, value]): Right => ({
        kind,
        props: { podLabels: of(key, value), nodeSelector: of(key, value) },
        kept({ pod }) {
          expect(Object.entries(Object(pod.metadata.labels))).toContainEqual([key, value]);
          expect(Object.entries(Object(pod.spec.nodeSelector))).toEqual([[key, value]]);
        },
      }),
    ),
    fc.tuple(kind, key, text).map(
      ([kind, key, text]): Right => ({
        kind,
        props: { podAnnotations: of(key, text) },
        kept: ({ pod }) => expect(Object.entries(Object(pod.metadata.annotations))).toContainEqual([key, text]),
      }),
    ),
  ),
  wrong: fc
    .tuple(kind, fc.constantFrom('podLabels', 'nodeSelector', 'podAnnotations'))
    .chain(([kind, prop]) =>
      fc
        .oneof(
          fc.tuple(wrongKeyOf(prop), value),
          fc.tuple(key, prop === 'podAnnotations' ? fc.oneof(noText, fc.constantFrom('a\0', '\ud800')) : wrongValue),
        )
        .map(([key, value]): Wrong => ({ kind, props: { [prop]: of(key, value) }, prop })),
    ),
  near: fc
    .tuple(
      kind,
      fc.constantFrom('podLabels', 'nodeSelector', 'podAnnotations'),
      fc.oneof(key, wrongKey),
      fc.oneof(value, wrongValue),
    )
    .map(([kind, prop, key, value]) => ({ kind, props: { [prop]: of(key, value) } })),
};
