import * as kplus from 'cdk8s-plus-28';
import fc from 'fast-check';
import { type Env, type EnvValue, envVars, literal, referencesIn } from '../../lib/connections/env';
import { existing, type Reference } from '../../lib/connections/reference';
import { expand, plain } from '../../lib/workloads/text';
import { kubernetesExpands } from '../workloads/expansion';

const password = { secretName: 'mongo', key: 'app-password', called: 'PASSWORD' };
const user = { secretName: 'mongo', key: 'user', called: 'USER' };
const fromSecret = (name: string, key: string) => ({ name, valueFrom: { secretKeyRef: { name: 'mongo', key } } });
const referenceTo = (...pieces: Reference['pieces']): Reference => ({ pieces });

describe('a variable', () => {
  test('that is text is that text', () => {
    expect(envVars({ LEVEL: 'info', EMPTY: '' })).toEqual([
      { name: 'LEVEL', value: 'info' },
      { name: 'EMPTY', value: '' },
    ]);
  });

  test('that is a Secret alone refers to it', () => {
    expect(envVars({ STRIPE_KEY: existing('stripe', 'api-key') })).toEqual([
      { name: 'STRIPE_KEY', valueFrom: { secretKeyRef: { name: 'stripe', key: 'api-key' } } },
    ]);
  });

  test('that holds a Secret among text refers to a helper that comes before it', () => {
    expect(envVars({ A: '1', URL: referenceTo('mongodb://app:', password, '@mongo'), B: '2' })).toEqual([
      { name: 'A', value: '1' },
      fromSecret('URL_PASSWORD', 'app-password'),
      { name: 'URL', value: 'mongodb://app:$(URL_PASSWORD)@mongo' },
      { name: 'B', value: '2' },
    ]);
  });

  test('that holds two Secrets has two helpers', () => {
    expect(envVars({ URL: referenceTo(user, password) })).toEqual([
      fromSecret('URL_USER', 'user'),
      fromSecret('URL_PASSWORD', 'app-password'),
      { name: 'URL', value: '$(URL_USER)$(URL_PASSWORD)' },
    ]);
  });

  test('that is a reference without a Secret is its text', () => {
    expect(envVars({ HOST: referenceTo('mongo', '.orders') })).toEqual([{ name: 'HOST', value: 'mongo.orders' }]);
  });

  test('keeps its place among the others', () => {
    const names = (env: Env) => envVars(env).map(({ name }) => name);
    expect(names({ B: '', A: '', URL: referenceTo('x', password), C: '' })).toEqual([
      'B',
      'A',
      'URL_PASSWORD',
      'URL',
      'C',
    ]);
  });
});

describe("an EnvValue of cdk8s-plus passes as it is, and its $ is Kubernetes' own", () => {
  const chartless = { secretKeyRef: { name: 'mongo', key: 'user' } };
  const values: readonly (readonly [string, EnvValue, object])[] = [
    ['a value', kplus.EnvValue.fromValue('$(A) $$'), { value: '$(A) $$' }],
    [
      'a field of the pod',
      kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_NAME),
      { valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    ],
    ['the shape of another line', { valueFrom: chartless }, { valueFrom: chartless }],
  ];
  test.each(values)('%s', (_, value, expected) => {
    const [variable] = envVars({ X: value });
    expect(JSON.parse(JSON.stringify(variable))).toEqual({ name: 'X', ...expected });
  });
});

test('the references of an env are found among its other values', () => {
  const [url, key] = [referenceTo('x', password), existing('stripe', 'key')];
  expect(referencesIn({ A: 'a', URL: url, B: kplus.EnvValue.fromValue('b'), KEY: key })).toEqual([url, key]);
});

describe('text arrives as it was written', () => {
  const examples: readonly (readonly [string, string])[] = [
    ['no dollar', 'no dollar'],
    ['$HOME ${HOME} $1', '$HOME ${HOME} $1'],
    ['$(HOME)', '$$(HOME)'],
    ['$$', '$$$$'],
    ['$', '$$'],
    ['5 $ñ', '5 $$ñ'],
  ];
  test.each(examples)('%s', (text, written) => {
    expect(literal(text)).toBe(written);
  });

  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom('$', '$', '(', ')', '{', 'A', 'ñ', '😀') }),
    fc.string({ unit: 'binary' }),
  );
  const variables = new Map([['A', 'wrong']]);

  test('by Kubernetes, and by ours, whatever it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(kubernetesExpands(literal(text), variables)).toBe(text);
        expect(plain(expand(literal(text), (name) => (name === 'A' ? ['wrong'] : undefined)))).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  test('around a Secret and in pieces too', () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, after, more) => {
        const value = envVars({ URL: referenceTo(before, password, after, more) }).at(-1)?.value ?? '';
        expect(kubernetesExpands(value, new Map([['URL_PASSWORD', 'hush']]))).toBe(`${before}hush${after}${more}`);
      }),
    );
  });
});
