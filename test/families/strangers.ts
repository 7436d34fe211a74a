import fc from 'fast-check';

/** Characters that no grammar of names has a place for: unseen ones, ends of lines, look-alikes, halves of characters. */
export const strangers = [
  ...['\0', '\n', '\r', '\t', ' ', '\u00a0', '\u0085', '\u2028', '\u200b', '\u202e', '\ufeff', '\ud800', '\u001b'],
  // A Cyrillic а, a full-width １, a hyphen, a full stop and a solidus of other scripts.
  ...['\u0430', '\uff11', '\u2010', '\uff0e', '\u2215', 'é', '🦔'],
  ...['"', "'", '`', '\\', '<', '>', '|', '^', '$', '{', '}', '#', '%', '*', '?', ';', '&', '!', ','],
] as const;

/** The unseen ones and the halves, which no text for people has a place for either. */
export const unseen = ['\0', '\n', '\u0085', '\u2028', '\u200b', '\u202e', '\ufeff', '\ud800', '\u001b'] as const;

/** A right text with one of them at any place. */
export function withStranger(right: fc.Arbitrary<string>, among: readonly string[] = strangers): fc.Arbitrary<string> {
  return fc.tuple(right, fc.constantFrom(...among), fc.nat()).map(([text, stranger, place]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + stranger + text.slice(at);
  });
}

/** No text at all. */
export const noText: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ...[null, 0, 1.5, Number.NaN, true, 10n, [], ['a'], {}, { a: 1 }, new Map(), new Date(0), Object.create(null)],
  ...[() => 'a', Symbol('a'), Object('a')],
);

/** No whole number of any use. */
export const noCount: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, Number.NaN, Number.POSITIVE_INFINITY, 1e21, 2 ** 53, true, 8000n, '8000', '0x10', '１', [], [8000], {}],
    ...[new Date(0), () => 1, Symbol('1'), Object(1)],
  ),
  fc.double({ min: 0.001, max: 60_000, noNaN: true }).filter((number) => !Number.isInteger(number)),
  fc.integer({ max: -1 }),
);

export const someOf = (letters: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength });

/** A text of one word around a longer middle, as names in DNS are. */
export function dnsLabel(maxLength: number, first = 'abz'): fc.Arbitrary<string> {
  return fc
    .tuple(someOf(first, 1, 1), someOf('az09-', 0, Math.max(0, maxLength - 2)), someOf('az09', 0, 1))
    .map(([start, middle, end]) => start + (end === '' ? '' : middle) + end);
}
