import { DataApi, ExternalSecret, existing, SealedSecret } from 'cdk8s-tandem';
import { problemsOf } from '../misuse/problems-of';
import { synthesized } from '../synthesis';
import { deployment, object } from '../workloads/manifests';
import { refused } from './refused';

const image = 'ghcr.io/acme/api:1.2.3';
const stripe = { secretStoreRef: { name: 'vault' }, data: { 'api-key': { key: 'x' }, token: { key: 'y' } } };

test('existing() of a key that the app does not ask for is refused, in a variable and in a file', () => {
  const problems = problemsOf(() =>
    synthesized((chart) => {
      new ExternalSecret(chart, 'stripe', stripe);
      new DataApi(chart, 'api', {
        image,
        env: {
          KEY: existing('stripe', 'api_key'),
          OTHER: existing('other', 'any'),
          TOKEN: existing('stripe', 'token'),
        },
        secretFiles: { '/run/secrets/key': existing('stripe', 'password') },
      });
    }),
  );
  const wrong =
    'is of a key that the Secret stripe has not, as the ExternalSecret of orders/stripe/external-secret does not ask for it';
  const expected = 'Expected one of "api-key", "token".';
  expect(problems).toEqual([
    `orders/api/deployment · env.KEY: ${wrong}, got "api_key". ${expected} Fix: write "api-key", or add the key there.`,
    `orders/api/deployment · file key: ${wrong}, got "password". ${expected} Fix: correct the key, or add it there.`,
  ]);
});

test('so it is of a sealed one', () => {
  const sealed = Buffer.from([1, 0, ...Array(300).fill(1)]).toString('base64');
  const problems = problemsOf(() =>
    synthesized((chart) => {
      new SealedSecret(chart, 'smtp', { encryptedData: { password: sealed } });
      new DataApi(chart, 'api', { image, env: { SMTP_PASSWORD: existing('smtp', 'pasword') } });
    }),
  );
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/env\.SMTP_PASSWORD: .* got "pasword"\. .* write "password"/);
});

describe('a stranger that asks for a key which an ExternalSecret does not make', () => {
  const external = (spec: object) => object('external-secrets.io/v1', 'ExternalSecret', 'stripe', { spec });
  const key = (more: object = {}) => ({ name: 'stripe', key: 'kay', ...more });
  const pod = (secretKeyRef: object) =>
    deployment('api', { containers: [{ name: 'main', image, env: [{ name: 'KEY', valueFrom: { secretKeyRef } }] }] });
  const data = [{ secretKey: 'key', remoteRef: { key: 'x' } }];

  test('is refused', () => {
    expect(refused(pod(key()), external({ data }))).toEqual([
      'chart/deployment-orders-api · env.KEY: is of a key that the Secret stripe has not, as the ExternalSecret of chart/externalsecret-orders-stripe does not ask for it, got "kay".',
    ]);
  });

  test.each([
    ['need not be there', key({ optional: true }), { data }],
    ['may be in what else is fetched', key(), { data, dataFrom: [{ extract: { key: 'all' } }] }],
    ['may be in the Secret that it is merged into', key(), { data, target: { creationPolicy: 'Merge' } }],
    ['is there', key({ key: 'key' }), { data }],
  ])('is not, when it %s', (_, reference, spec) => {
    expect(refused(pod(reference), external(spec))).toEqual([]);
  });
});
