import fc from 'fast-check';

/** Texts that some reader of YAML takes for something else. */
export const nasties: readonly string[] = [
  ...['', ' ', 'yes', 'Yes', 'no', 'NO', 'on', 'off', 'y', 'N', 'true', 'False', 'null', 'Null', 'NULL', '~'],
  ...['0', '-1', '+1', '012', '0o7', '0x1F', '0b1', '1_000', '1.', '.5', '1e3', '1.0e+3', '.inf', '-.INF', '.nan'],
  ...['22:22', '1:20:30', '2001-01-01', '2001-12-14t21:59:43.10-05:00', '10s', '64Mi', '5k', '1.2.3', 'NaN'],
  ...['=', '<<', '-', '?', ':', '- a', '? a', 'a: b', 'a:', ':a', 'a :b', 'key: |', '|', '>', '|-', '[', '{', '}'],
  ...['#', 'a #b', '#b', '%', '%YAML 1.1', '@', '`', '&a', '*a', '!a', '!!str', '"', "'", "it's", '\\', '\\n', ','],
  ...['---', '--- a', '...', '-a', '--a', 'a, b', '[a]', '{a: b}', '{}', '[]', '""', "''", '$', '${A}', '$(A)'],
  ...[' a', 'a ', '\ta', 'a\t', 'a\tb', '\t', 'a\u00a0b', '\u00a0', '\u0085', 'a\u0085b', '\u2028', 'a\u2029b'],
  ...[
    '\ufeff',
    '\ufeffa',
    'a\ufeffb',
    '\u0000',
    '\u0007',
    '\u001b[0m',
    '\u007f',
    '\u00ad',
    '\u200b',
    '\ufffd',
    '\uffff',
  ],
  ...['\n', '\n\n', 'a\n', 'a\nb', 'a\nb\n', 'a\n\n', '\na', '\na\n', 'a\n\nb\n', ' a\nb\n', 'a\n b\n', 'a \nb\n'],
  ...['a\n \nb\n', 'a\r\nb\r\n', 'a\rb', 'a\tb\nc\n', '\ta\nb\n', '#!/bin/sh\nset -eu\n', '- a\n- b\n', 'a: |\n  b\n'],
  ...['---\na\n', '...\n', '%a\nb\n', '#a\n#b\n', 'a\u00a0b\nc\n', 'a\u0085b\nc\n', 'a\u2028b\nc\n', 'a\ufffdb\nc\n'],
  ...['é', 'ñandú\naño\n', '日本\n語\n', '😀', '😀\n😀\n', '\u{e000}\nb\n', '\u{10ffff}', '__proto__', 'constructor'],
  ...[
    '12:30:45.6',
    '190:20:30',
    '0b1_0',
    '1__0',
    '0x_1',
    '2001-1-1',
    '-.5',
    '+.inf',
    '!!binary a',
    'word '.repeat(60).trim(),
    'x'.repeat(1100),
  ],
];

/** Any text that is whole: half of a character is refused where it is read. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...nasties),
  fc.array(fc.constantFrom(...nasties), { maxLength: 4 }).map((texts) => texts.join('')),
  fc.array(fc.constantFrom(...nasties), { maxLength: 4 }).map((texts) => texts.join('\n')),
);
