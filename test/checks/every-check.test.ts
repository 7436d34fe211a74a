import fc from 'fast-check';
import { build } from '../../lib/checks/build';
import { inTurn, integer, listOf, mapOf, oneOf } from '../../lib/checks/check';
import { cidr } from '../../lib/checks/cidr';
import { config, secretFiles } from '../../lib/checks/config';
import { cpu, cpuLimit } from '../../lib/checks/cpu';
import { env } from '../../lib/checks/env';
import { within } from '../../lib/checks/finding';
import { host } from '../../lib/checks/host';
import { image } from '../../lib/checks/image';
import { localOptions } from '../../lib/checks/local-options';
import { databaseName, name, namespaceName, ownNamespace, secretKeyName, secretName } from '../../lib/checks/name';
import { httpPath, mountPath } from '../../lib/checks/path';
import { allowFrom, egress } from '../../lib/checks/peers';
import { containerPort, hostPort, portName } from '../../lib/checks/port';
import { type Check, problemText } from '../../lib/checks/problem';
import { buildContext, dockerfile, projectFile } from '../../lib/checks/project-path';
import { shape } from '../../lib/checks/props';
import { resources } from '../../lib/checks/resources';
import { schedule } from '../../lib/checks/schedule';
import { memoryLimit, size } from '../../lib/checks/size';
import { isText } from '../../lib/checks/text';
import { timeZone } from '../../lib/checks/time-zone';
import { ingress } from '../../lib/constructs/ingress-rules';
import { metrics } from '../../lib/constructs/metrics-rules';

const ofTexts = {
  image,
  name: name(52, 'CronJob names are limited to 52'),
  namespaceName,
  secretName,
  secretKeyName,
  databaseName,
  cpu,
  cpuLimit,
  size,
  memoryLimit,
  schedule,
  timeZone,
  buildContext,
  dockerfile,
  portName,
  httpPath,
  mountPath,
  cidr,
  host,
  projectFile,
};

const ofOthers = {
  ownNamespace,
  containerPort,
  hostPort,
  build,
  integer: integer(1, 9),
  oneOf: oneOf('a', 'b'),
  isText,
  env,
  config,
  secretFiles,
  ingress,
  metrics,
  egress,
  allowFrom,
  resources: resources({ cpu: { limit: '1' }, memory: { request: '1Gi' } }),
  local: shape(localOptions),
  listOf: listOf(image),
  mapOf: mapOf(secretKeyName, isText),
  inTurn: inTurn(image, httpPath),
};

const problemsOf = (check: Check, value: unknown) =>
  within('prop', check(value)).map((finding) => ({ construct: 'orders/api', ...finding }));

const texts = Object.entries<Check>(ofTexts);
const all = [...texts, ...Object.entries<Check>(ofOthers)];

/** Values near to what the checks read: their characters, quantities, paths, and the words that they know. */
const nearText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aZ09 -_./:@$%{}()*,+=#"\'\\~\n\0é\u00a0\u202e\ud800') }),
  fc
    .array(
      fc.constantFrom(
        '10',
        '.',
        '0',
        'Mi',
        'm',
        'G',
        'Mb',
        ' ',
        ',5',
        '/',
        ':',
        '@sha256:',
        '*',
        '-',
        'latest',
        'Europe',
        'paris',
        '::',
        'FRI',
        '@daily',
        '${',
        '-----BEGIN ',
      ),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);
const near = fc.oneof(
  nearText,
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc.record({ amount: fc.anything() }),
  fc.dictionary(nearText, fc.oneof(nearText, fc.anything())),
  fc.constantFrom<unknown>(
    () => 1,
    Symbol('x'),
    { toMebibytes: () => Number.NaN },
    JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}'),
  ),
);

test.each(all)('%s never throws, and what it finds is told in full', (_, check) => {
  fc.assert(
    fc.property(near, (value) => {
      for (const problem of problemsOf(check, value)) {
        expect(problem.expected).toMatch(/\S\.$/);
        expect(problem.fix).toMatch(/\S[.?]$/);
        expect(problemText(problem)).toMatch(/^orders\/api · [^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$/u);
      }
    }),
    { numRuns: 200 },
  );
});

test.each(texts)('what %s tells to write is right', (_, check) => {
  fc.assert(
    fc.property(nearText, (value) => {
      const [finding] = check(value);
      const [, suggestion] = /^write (".*")\.$/.exec(finding?.fix ?? '') ?? [];
      if (suggestion !== undefined && !suggestion.includes('…')) expect(check(JSON.parse(suggestion))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test.each(texts)('%s takes no longer for a long text', (_, check) => {
  const started = performance.now();
  for (const part of [
    'a',
    '-',
    'a-',
    'a.',
    '/',
    'a/',
    ' ',
    '0',
    '*,',
    '1-',
    'A',
    '::',
    ':a@',
    '\0',
    '\u202e',
    '${',
    '://a',
  ]) {
    for (const length of [4000, 1_000_000]) check(part.repeat(length / part.length));
  }
  expect(performance.now() - started).toBeLessThan(3000);
});

const password = 'Tr0ub4dor';

test.each(all)('%s never tells a password', (_, check) => {
  const url = `mongodb://app:${password}@db/app`;
  const values = [
    url,
    ` ${url}`,
    `x/${url}:latest`,
    { [url]: 1 },
    { a: url },
    { password },
    [{ password }],
    { amount: { password } },
    [url],
    { amount: url },
    { request: url, limit: url },
  ];
  for (const value of values) {
    expect(problemsOf(check, value).map(problemText).join()).not.toContain(password);
  }
});
