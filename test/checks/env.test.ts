import { EnvValue } from 'cdk8s-plus-28';
import { existing } from 'cdk8s-tandem';
import { env } from '../../lib/checks/env';

test.each([
  ['text with anything in it', { A: '$HOME $(X) ${ $$ \n no', _b: '', c9: ' ' }],
  ['a reference', { A: existing('stripe', 'api-key') }],
  ['an EnvValue of cdk8s-plus', { A: EnvValue.fromValue('1') }],
  ['the path of a file with a password', { DB_PASSWORD_FILE: '/run/secrets/db' }],
  ['a URL without a password', { A: 'https://user@example.com/x?y=z' }],
  ['names that objects have', { __proto__x: '1', constructor: '2' }],
])('%s is right', (_, given) => {
  expect(env(given)).toEqual([]);
});

test.each([
  [{ '1A': 'x' }, '1A', 'is no name of a variable'],
  [{ 'a-b': 'x' }, 'a-b', 'is no name of a variable'],
  [{ PATH: '/bin' }, 'PATH', 'is set by the system itself'],
  [{ KUBERNETES_PORT: 'x' }, 'KUBERNETES_PORT', 'is set by the system itself'],
  [{ A: undefined }, 'A', 'has no value'],
  [{ A: 8000 }, 'A', 'is not text: a variable is always text'],
  [{ A: 'a\0b' }, 'A', 'holds a NUL, which no process can be given'],
  [{ A: '\ud800' }, 'A', 'is no well-formed Unicode'],
  [{ A: 'undefined' }, 'A', 'holds a placeholder that nobody filled in'],
  [{ A: '{{ .Values.x }}' }, 'A', 'holds a placeholder that nobody filled in'],
  [{ A: {} }, 'A', 'is neither text nor a reference'],
  [{ A: null }, 'A', 'is neither text nor a reference'],
  [{ A: existing('Stripe', 'k') }, 'A.secret', 'is no name of a Secret'],
  [{ A: existing('stripe', '../k') }, 'A.key', 'is no key of a Secret'],
])('%j is refused', (given, prop, wrong) => {
  expect(env(given)).toMatchObject([{ prop, wrong }]);
});

test.each([
  [{ A: 'mongodb://u:hunter2@h/db' }, 'holds a URL with a password'],
  [{ A: 'postgres://h/db?password=hunter2' }, 'holds a URL with a password'],
  [{ A: 'AKIAABCDEFGHIJKLMNOP' }, 'holds an access key of AWS'],
  [{ A: `ghp_${'a1'.repeat(12)}` }, 'holds a token of GitHub'],
  [{ A: '-----BEGIN RSA PRIVATE KEY-----\nhunter2' }, 'holds a private key'],
  [{ DB_PASSWORD: 'hunter2' }, 'is named like a secret and its value is in the definition'],
])('a secret is refused and not shown: %#', (given, wrong) => {
  const findings = env(given);
  expect(findings).toMatchObject([{ wrong }]);
  expect(JSON.stringify(findings)).not.toContain(Object.values(given)[0]);
});

test('the variable that a reference is made of is not to be taken', () => {
  const url = { pieces: ['x://', { secretName: 's', key: 'k', called: 'PASSWORD' }] };
  expect(env({ URL: url, URL_PASSWORD: '/run/x' })).toMatchObject([
    { prop: 'URL_PASSWORD', wrong: 'is the variable that the reference URL is made of' },
  ]);
});
