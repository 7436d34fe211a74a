import { existing } from 'cdk8s-tandem';
import fc from 'fast-check';
import { kubernetesExpands } from '../workloads/expansion';
import { anyText } from '../yaml/nasties';
import type { Family, Right, Written, Wrong } from './family';
import { noText, someOf, strangers, withStranger } from './strangers';

const kind = fc.constantFrom('api' as const, 'cron' as const, 'job' as const);

/** Words of a shell, of Compose and of Kubernetes, for which `$` stands for something. */
const dollars = fc
  .array(
    fc.constantFrom('$', '$$', '(', ')', '{', '}', 'A', '$(A)', '${A}', '$A', ':-', ' ', '\n', 'é', '🦔', '%', '\\'),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));
export const value = fc
  .oneof(anyText, dollars, fc.constantFrom('a'.repeat(100_000), 'Infinity', '[object', 'defined'))
  .filter((text) => !text.includes('\0') && !residue.test(text));

/** What is left of a value that was not there. */
const residue = /\{\{/;

const name = fc.oneof(
  fc.tuple(someOf('aZ_', 1, 1), someOf('aZ09_', 0, 12)).map((parts) => parts.join('')),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'y', 'null', '_', 'LOG_LEVEL', 'a', 'A'),
);
const variables = fc.array(fc.tuple(name, value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries));

const wrongName = fc.oneof(
  withStranger(name, [...strangers, '-', '.', '=', ':', '/']),
  name.map((text) => `1${text}`),
  fc.constantFrom(
    '',
    ' ',
    'PATH',
    'HOSTNAME',
    'LD_PRELOAD',
    'KUBERNETES_PORT',
    'a=b',
    '=C:',
    '${A}',
    'my-name',
    'API.KEY',
  ),
);
/** What no process can be given. */
export const unfit = withStranger(value, ['\0', '\ud800']).filter((text) => /\0|\p{Cs}/u.test(text));
const wrongValue = fc.oneof(
  unfit,
  fc.constantFrom('a'.repeat(131_073), '[object Object]', 'http://undefined/', '{{ .Values.x }}', 'undefined'),
  fc.constantFrom<unknown>(
    undefined,
    { value: 1 },
    { valueFrom: null },
    { pieces: 'a' },
    { pieces: [{}] },
    { pieces: [1] },
  ),
  noText.filter((value) => !(value instanceof String)),
);

/** Each is known for a secret by its shape. */
const secrets = [
  ...[
    'mongodb://app:Tr0ub4dor@db/app',
    'https://Tr0ub4dor@example.com',
    'a?password=Tr0ub4dor&b',
    'Bearer Tr0ub4dorTr0ub4dor',
  ],
  ...['ghp_Tr0ub4dorTr0ub4dorTr0ub4dor1', 'eyJTr0ub4dor1.eyJTr0ub4dor', 'sk_live_Tr0ub4dorTr0', 'AKIATR0UB4DORTR0UB4D'],
  ...[
    '-----BEGIN RSA PRIVATE KEY-----\nTr0ub4dor',
    'glpat-Tr0ub4dorTr0ub4dor12',
    'xoxb-Tr0ub4dor',
    'Server=a;Password=Tr0ub4dor',
  ],
];
const leak = fc
  .tuple(fc.constantFrom('', ' ', '\n'), fc.constantFrom(...secrets), fc.constantFrom('', ' b', '\nb'))
  .map((parts) => parts.join(''));

const word = fc.constantFrom(
  '',
  'A',
  '1a',
  'a-',
  'My_App',
  '__proto__',
  'x'.repeat(300),
  'LOG_LEVEL',
  'PATH',
  '\u202e',
  'é',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('$HOME', '$$', '${A}', '$(A)', 'yes', '0o7', '2001-01-01', '- a', '#', 'a: b', '\x85', '~', '<<'),
);

export const env: Family = {
  right: fc.oneof(
    fc.tuple(kind, variables).map(
      ([kind, env]): Right => ({
        kind,
        props: { env },
        kept(written) {
          const given = Object.entries(env).sort(byName);
          expect([inKubernetes(written), inCompose(written)]).toEqual(twice(given));
        },
      }),
    ),
    fc.tuple(kind, value).map(
      ([kind, text]): Right => ({
        kind,
        props: { env: { A: { value: text } } },
        kept: (written) => expect([inKubernetes(written), inCompose(written)]).toEqual(twice([['A', expanded(text)]])),
      }),
    ),
  ),
  wrong: fc.oneof(
    fc
      .tuple(kind, wrongName, value)
      .map(([kind, name, text]): Wrong => ({ kind, props: { env: of(name, text) }, prop: 'env' })),
    fc
      .tuple(kind, name, wrongValue)
      .map(([kind, name, given]): Wrong => ({ kind, props: { env: of(name, given) }, prop: 'env' })),
    fc
      .tuple(kind, name, leak)
      .map(([kind, name, text]): Wrong => ({ kind, props: { env: of(name, text) }, prop: 'env', secret: 'Tr0ub4dor' })),
    fc
      .tuple(kind, fc.constantFrom('DB_PASSWORD', 'apiKey', 'CLIENT_SECRET', 'token'))
      .map(
        ([kind, name]): Wrong => ({ kind, props: { env: of(name, 'Tr0ub4dor') }, prop: 'env', secret: 'Tr0ub4dor' }),
      ),
    fc
      .tuple(kind, fc.oneof(noText, fc.constant('A=1')))
      .map(([kind, given]): Wrong => ({ kind, props: { env: wrongMap(given) }, prop: 'env' })),
    kind.map(
      (kind): Wrong => ({
        kind,
        props: { env: { URL: { pieces: ['a', { secretName: 's', key: 'k', called: 'SECRET' }] }, URL_SECRET: 'a' } },
        prop: 'env.URL_SECRET',
      }),
    ),
    fc
      .tuple(kind, fc.constantFrom('', 'My_Secret', 'a/b', 'a'.repeat(254)), fc.constantFrom('', '..', 'a/b', 'a b'))
      .map(([kind, secret, key]): Wrong => ({ kind, props: { env: { KEY: existing(secret, key) } }, prop: 'env.KEY' })),
  ),
  near: fc.tuple(kind, fc.dictionary(word, text, { maxKeys: 3 })).map(([kind, env]) => ({ kind, props: { env } })),
};

/** What `$$` and references to nobody mean in Kubernetes' own words. */
export function expanded(text: string): string {
  return text.replaceAll('$$', '$');
}

function twice<T>(value: T): readonly T[] {
  return [value, value];
}

function of(name: string, value: unknown): object {
  return Object.fromEntries([[name, value]]);
}

/** An object without entries is a map of nothing. */
function wrongMap(given: unknown): unknown {
  return Object.keys(Object(given)).length === 0 && Object(given) === given && !Array.isArray(given) ? 'A=1' : given;
}

type Variable = readonly [name: string, value: unknown];

/** As the kubelet gives them to the process, less those that tell about the run. */
function inKubernetes({ container }: Written): readonly Variable[] {
  const env = (container.env ?? []) as readonly { readonly name: string; readonly value?: string }[];
  const variables: Variable[] = [];
  for (const { name, value } of env) {
    const before = new Map(variables.map(([name, value]) => [name, String(value)]));
    if (value !== undefined) variables.push([name, kubernetesExpands(value, before)]);
  }
  return variables.sort(byName);
}

function inCompose({ service }: Written): readonly Variable[] {
  return Object.entries(Object(service.environment))
    .filter(([name]) => name !== 'RUN_ID')
    .sort(byName);
}

function byName([one]: Variable, [other]: Variable): number {
  return one < other ? -1 : 1;
}
