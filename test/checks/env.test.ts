import { EnvValue } from 'cdk8s-plus-28';
import { existing } from 'cdk8s-tandem';
import { env } from '../../lib/checks/env';
import { within } from '../../lib/checks/finding';
import { problemText } from '../../lib/checks/problem';
import { isSecretName } from '../../lib/checks/secret-text';

const said = (value: unknown) =>
  within('env', env(value)).map((finding) => problemText({ construct: 'orders/api', ...finding }));

test('the whole message', () => {
  expect(said({ PORT: 8000 })).toEqual([
    'orders/api · env.PORT: is not a string, got 8000. Expected text, as the process reads it. Fix: write it as a string: "8000".',
  ]);
});

test.each(['A', 'LOG_LEVEL', 'http_proxy', '_x1', 'HOME', 'NODE_OPTIONS', 'constructor', '__proto__'])(
  'a variable may be called %s',
  (name) => {
    expect(env(Object.fromEntries([[name, 'x']]))).toEqual([]);
  },
);

test.each([
  ['my.var', 'holds "."', 'write "MY_VAR".'],
  ['my-var', 'holds "-"', 'write "MY_VAR".'],
  ['logLevel!', 'holds "!"', 'write "LOG_LEVEL".'],
  ['1A', 'starts with a digit', 'write "_1_A".'],
  ['A=B', 'holds "="', 'write "A_B".'],
  ['A B', 'holds " "', 'write "A_B".'],
  ['A\n', 'has white space around it', 'write "A".'],
  ['А', 'holds "А"', 'write "LOG_LEVEL".'],
  ['', 'is empty', 'write one, such as "LOG_LEVEL".'],
  ['PATH', 'is not free: the image says where its programs are', 'call it otherwise, such as APP_PATH.'],
  [
    'HOSTNAME',
    'is not free: the container runtime sets it to the name of the pod',
    'call it otherwise, such as APP_HOSTNAME.',
  ],
  [
    'LD_PRELOAD',
    'is not free: it puts other code into every program that starts',
    'call it otherwise, such as APP_LD_PRELOAD.',
  ],
  [
    'KUBERNETES_PORT',
    'is not free: Kubernetes keeps names that start with KUBERNETES_ for itself',
    'call it otherwise, such as APP_KUBERNETES_PORT.',
  ],
])('a variable may not be called %j', (name, wrong, fix) => {
  expect(env({ [name]: 'x' })).toMatchObject([{ wrong, fix }]);
});

test.each([
  '',
  'info',
  ' x ',
  'a\nb\r\n',
  '$HOME',
  'a$b',
  '$$',
  '${',
  '${x}',
  '$(X)',
  'no',
  '0o7',
  'null',
  '2001-01-01',
  '\u0085\u2028\ufeff\u202e',
  'größe 🙂',
  'undefined behaviour',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'https://example.com:8443/a@b?q=token',
  'postgres://app@db/orders',
  'mail=me@example.com',
  'broker-1:9092,broker-2:9092',
  'x'.repeat(100_000),
])('case %# is a value', (value) => {
  expect(env({ A: value })).toEqual([]);
});

test.each<[unknown, string, string]>([
  [1, 'is not a string', 'write it as a string: "1".'],
  [true, 'is not a string', 'write it as a string: "true".'],
  [10n, 'is not a string', 'write it as a string: "10".'],
  [() => 'x', 'is not a string', 'call it: write () behind it.'],
  [undefined, 'has no value', "leave it out, or say what it is then, such as process.env.A ?? 'none'."],
  [null, 'has no value', "leave it out, or say what it is then, such as process.env.A ?? 'none'."],
  ['a\0b', 'holds a NUL character, which ends every text that a process is given', 'write "ab".'],
  ['\ud800', 'holds half of a character (a lone surrogate), which no encoding can write', 'write the whole character.'],
  [
    'x'.repeat(200_000),
    'has 200000 characters, more than Linux gives a process at once',
    'put it in a file, and write the path.',
  ],
])('case %# is no value: %s %s', (value, wrong, fix) => {
  expect(env({ A: value })).toMatchObject([{ wrong, fix }]);
});

test.each([
  'undefined',
  '[object Object]',
  'x=[object Promise]',
  'http://undefined:8000',
  'mongodb://db/undefined?x=1',
  '{{x}}',
  'a {{ .Values.b }}',
])('%j is what is left of a value', (value) => {
  expect(env({ A: value })).toMatchObject([{ wrong: 'holds what is left of a value that was not there', got: value }]);
});

test.each(['changeme', 'CHANGE_ME', 'change-it', '<replace me>', '<your-api-key>'])('%j is a placeholder', (value) => {
  expect(env({ A: value })).toMatchObject([{ wrong: 'is a placeholder that nobody has filled in', got: value }]);
});

test.each(['change', 'exchangeme', '<html>', '<', 'me', 'replace'])('%j is none', (value) => {
  expect(env({ A: value })).toEqual([]);
});

test.each(['DB_PASS', 'PASS', 'smtp-pass'])('%s is a secret by its name', (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each(['BYPASS', 'PASS_THROUGH', 'COMPASS'])('%s is none by its name', (name) => {
  expect(isSecretName(name)).toBe(false);
});

describe('secrets', () => {
  const key = ['AKIA', 'IOSFODNN7EXAMPLE'].join('');
  const github = ['ghp', 'abcdefghijklmnopqrstuvwxyz0123456789'].join('_');
  const slack = ['xoxb', '123456789012', 'abcdefghijkl'].join('-');
  const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxIn0', 'c2lnbmF0dXJl'].join('.');

  test.each([
    ['mongodb://u:p@h/db', 'a URL with a password'],
    ['mongodb+srv://u:p%40x@h1,h2/db', 'a URL with a password'],
    ['redis://:pw@h:6379', 'a URL with a password'],
    ['https://tok@host', 'a URL with credentials'],
    ['see https://tok@host/x for more', 'a URL with credentials'],
    ['jdbc:postgresql://h/db?user=x&password=y', 'a password in a connection string'],
    ['Server=h;Password=y;', 'a password in a connection string'],
    ['https://h/?access_token=abc', 'a password in a connection string'],
    [key, 'a key of AWS'],
    [`id ${github}`, 'a token of GitHub'],
    [slack, 'a token of Slack'],
    [jwt, 'a JSON Web Token'],
    [`Bearer ${'a'.repeat(20)}`, 'an authorization header'],
    [['sk', 'live', 'abcdefghij0123'].join('_'), 'a key of Stripe'],
    [['glpat', 'abcdefghij0123456789'].join('-'), 'a token of GitLab'],
    [['npm', 'a'.repeat(36)].join('_'), 'a token of npm'],
    [['AIza', 'b'.repeat(35)].join(''), 'a key of Google'],
    [['sk', 'c'.repeat(24)].join('-'), 'a key of OpenAI or Anthropic'],
    [['SG', 'd'.repeat(22), 'e'.repeat(43)].join('.'), 'a key of SendGrid'],
    [['hvs', 'f'.repeat(24)].join('.'), 'a token of Vault'],
    [`-----BEGIN ${'RSA '}PRIVATE KEY-----\nMII`, 'a private key'],
    ['-----BEGIN OPENSSH PRIVATE KEY-----', 'a private key'],
  ])('case %# is refused without being shown', (value, kind) => {
    expect(said({ A: value })).toEqual([
      `orders/api · env.A: holds ${kind}, and everybody who reads the manifests would know it. Expected text, as the process reads it. Fix: keep it in a Secret and refer to it with existing('name', 'key').`,
    ]);
    expect(Object.values(env({ A: value })[0] ?? {})).not.toContain(value);
  });

  test.each([
    'DB_PASSWORD',
    'password',
    'mysqlPassword',
    'PGPASSWD',
    'CLIENT_SECRET',
    'GITHUB_TOKEN',
    'API_KEY',
    'apiKey',
    'AWS_ACCESS_KEY_ID',
  ])('%s says by its name that it holds one', (name) => {
    expect(said({ [name]: 'hunter2' })).toEqual([
      `orders/api · env.${name}: is a secret by its name, and everybody who reads the manifests would know it. Expected a reference to a Secret, or the path of a file. Fix: keep it in a Secret and refer to it with existing('name', 'key').`,
    ]);
    expect(said({ [name]: '' })).toHaveLength(1);
    expect(said({ [name]: 12345 }).join()).toMatch(/^((?!12345).)+$/);
    expect(said({ [name]: '/run/secrets/x' })).toEqual([]);
    expect(said({ [name]: existing('s', 'k') })).toEqual([]);
  });

  test.each([
    'MAX_TOKENS',
    'TOKENIZERS_PARALLELISM',
    'TOKEN_URL',
    'PASSWORD_MIN_LENGTH',
    'SECRET_NAME',
    'KEYBOARD',
    'MONKEY',
    'CACHE_KEY',
  ])('%s holds none', (name) => {
    expect(said({ [name]: '12' })).toEqual([]);
  });

  test('a name that is a secret itself is not shown either', () => {
    expect(said({ [key]: 'x' }).join()).not.toContain(key);
  });

  test('an EnvValue says that its text is no secret, and it is believed but for what it looks like', () => {
    expect(said({ TOKEN_STYLE: EnvValue.fromValue('round') })).toEqual([]);
    expect(said({ A: EnvValue.fromValue('mongodb://u:p@h/db') })).toHaveLength(1);
  });
});

test.each<unknown>([{}, [1], new Map()])('%p is no reference', (value) => {
  expect(env({ A: value })).toMatchObject([{ prop: 'A', wrong: 'is neither text nor a reference' }]);
});

test.each<unknown>([null, 'A=1', [{ name: 'A', value: '1' }], new Map([['A', '1']])])('%p is no map', (value) => {
  expect(env(value)).toMatchObject([{ prop: '', wrong: 'is not an object of names and values' }]);
});

test.each<[unknown, string, string]>([
  [existing('Stripe', 'k'), 'A.secret', 'is no name in DNS'],
  [existing('stripe', '../k'), 'A.key', 'holds "/"'],
  [{ pieces: [null] }, 'A', 'is no part of a reference'],
  [{ pieces: [7] }, 'A', 'is no part of a reference'],
])('a reference with wrong parts: case %#', (value, prop, wrong) => {
  expect(env({ A: value })).toMatchObject([{ prop, wrong }]);
});

test('the variable that a reference is made of is not to be taken', () => {
  const url = { pieces: ['x://', { secretName: 's', key: 'k', called: 'PASSWORD' }] };
  expect(env({ URL: url, URL_PASSWORD: '/run/x' })).toMatchObject([
    { prop: 'URL_PASSWORD', wrong: 'is the variable that the reference URL is made of' },
  ]);
});
