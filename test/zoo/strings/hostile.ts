import fc from 'fast-check';

/** Texts that a shell, YAML, Compose, Docker or a kubelet may take for something else, as a manifest has them. */
const literal: readonly string[] = [
  ...['', ' ', '  both ends  ', '\t', 'a\tb', '\n', 'a\nb', 'a\n', '\n\na', 'a\r\nb\r\n', 'a\rb'],
  ...['$', '$$', '$$$', '$$$$', '$A', '${A}', '$${A}', '${A:-b}', '${A?}', '${', '${}', '$}', '$1', '$$HOME', 'a$'],
  ...['$(A)', '$$(A)', '$$$(A)', '$(NOBODY)', '$()', '$(', '$(A', '$((1+1))', '$(A)$(A)', '$( A )'],
  ...['"', "'", '`', '\\', '\\n', '\\$', '\\\\', '"a" \'b\' `c`', 'it’s', 'a"b\'c', '\\"', "'\"'\"'"],
  ...['a: b', 'a:', ': ', 'a #b', '# b', '!!str a', '!a', '%', '%s %d', '%YAML 1.1', '&a', '*a', '@a', '|', '>', '|-'],
  ...['- a', '-', '--', '? a', '---', '...', '{a: b}', '[a, b]', '{{ .Values.a }}', '{}', '[', ',', '=', 'a=b', '<<'],
  ...[
    'yes',
    'no',
    'on',
    'off',
    'true',
    'null',
    '~',
    '0o7',
    '012',
    '0x1F',
    '1e3',
    '1_000',
    '.inf',
    '22:22',
    '2001-01-01',
  ],
  ...[
    'ñandú',
    '漢字',
    '🦔',
    'e\u0301',
    '\u00a0',
    '\u0085',
    'a\u2028b',
    '\u200b',
    '\ufeffa',
    '\u001b[0m',
    '\u0001\u007f',
  ],
  ...[
    '../..',
    '/etc/passwd',
    '*',
    '~/a',
    'a;b',
    'a&&b',
    'a|b',
    '>a',
    '<(a)',
    'x'.repeat(4096),
    `${'$'.repeat(255)}(A)`,
  ],
];

const pieces = [
  ...['$', '$$', '${A}', '$(A)', '$$(A)', '${', '$(', ')', '}', '"', "'", '\\', '`', '\n', '\r\n', '\t', ' '],
  ...[': ', ' #', '!!', '%', '- ', '{', '[', ',', '=', '*', '&', '|', '>', 'A', 'é', '🦔', '\u0085', '\u2028'],
];

/** Others each time the seed is another. */
const seed = Number(process.env.E2E_SEED ?? 4);
const generated = fc.sample(
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((some) => some.join('')),
  { seed, numRuns: 40 },
);

export const hostile: readonly string[] = [...literal, ...generated];
