import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { DataApi, ExternalSecret, existing, SealedSecret, StatefulMongo } from 'cdk8s-tandem';
import { filesIn, inFolder, objectOf, serviceOf, synthesized, written } from '../synthesis';

const image = 'ghcr.io/acme/api:1.2.3';
const secretStoreRef = { name: 'vault' };
const stripe = (chart: Chart) =>
  new ExternalSecret(chart, 'stripe', { secretStoreRef, data: { 'api-key': { key: 'orders/stripe' } } });

/** As kubeseal makes it: two bytes with the length of an RSA ciphertext, that one, and the value with a tag. */
const sealedValue = Buffer.concat([Buffer.from([2, 0]), Buffer.alloc(512, 7), Buffer.alloc(40, 9)]).toString('base64');
const smtp = (chart: Chart) => new SealedSecret(chart, 'smtp', { encryptedData: { password: sealedValue } });

const specOf = (define: (chart: Chart) => void, kind: string, name: string) =>
  objectOf(synthesized(define), kind, name)?.spec;

describe('an ExternalSecret', () => {
  test('says where each key comes from, and makes a Secret of its own name', () => {
    expect(specOf(stripe, 'ExternalSecret', 'stripe')).toEqual({
      refreshPolicy: 'Periodic',
      refreshInterval: '1h',
      secretStoreRef: { kind: 'SecretStore', name: 'vault' },
      target: { name: 'stripe', creationPolicy: 'Owner' },
      data: [{ secretKey: 'api-key', remoteRef: { key: 'orders/stripe' } }],
    });
  });

  test('that does not look again has no interval', () => {
    const once = (chart: Chart) =>
      new ExternalSecret(chart, 'stripe', {
        secretStoreRef: { name: 'vault', kind: 'ClusterSecretStore' },
        data: { key: { key: 'stripe', property: 'apiKey', version: '3' } },
        refreshPolicy: 'CreatedOnce',
      });
    expect(specOf(once, 'ExternalSecret', 'stripe')).toEqual({
      refreshPolicy: 'CreatedOnce',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
      target: { name: 'stripe', creationPolicy: 'Owner' },
      data: [{ secretKey: 'key', remoteRef: { key: 'stripe', property: 'apiKey', version: '3' } }],
    });
  });

  test.each<[object, string]>([
    [{ data: {} }, 'data: has no key'],
    [{ data: { 'a/b': { key: 'x' } } }, 'holds "/"'],
    [{ data: { a: { key: '' } } }, 'data.a.key: is empty'],
    [{ data: { a: { key: 'x', propertty: 'y' } } }, 'did you mean property?'],
    [{ secretStoreRef: { name: 'My Vault' } }, 'secretStoreRef.name: is no name in DNS'],
    [{ refreshInterval: '1 hour' }, 'refreshInterval: is no duration'],
    [{ refreshInterval: '0s' }, 'refreshInterval: is no time at all'],
  ])('with %j is refused: %s', (wrongProps, wrong) => {
    const props = { secretStoreRef, data: { a: { key: 'x' } }, ...wrongProps };
    expect(() => synthesized((chart) => new ExternalSecret(chart, 'stripe', props))).toThrow(wrong);
  });
});

describe('a SealedSecret', () => {
  test('holds what was encrypted, and says what it was sealed for', () => {
    const scoped = (chart: Chart) =>
      new SealedSecret(chart, 'smtp', { encryptedData: { password: sealedValue }, scope: 'namespace-wide' });
    const object = objectOf(synthesized(scoped), 'SealedSecret', 'smtp');
    const annotations = { 'sealedsecrets.bitnami.com/namespace-wide': 'true' };
    expect(object).toMatchObject({
      apiVersion: 'bitnami.com/v1alpha1',
      metadata: { name: 'smtp', annotations },
      spec: {
        encryptedData: { password: sealedValue },
        template: { metadata: { name: 'smtp', annotations }, type: 'Opaque' },
      },
    });
    expect(objectOf(synthesized(smtp), 'SealedSecret', 'smtp')?.metadata).not.toHaveProperty('annotations');
  });

  test.each(['hunter22', Buffer.from('hunter22').toString('base64'), `Ag${'A'.repeat(40)}`, 5, `${sealedValue}!`])(
    'refuses %j, which may be plain text, and does not show it',
    (value) => {
      const attempt = () =>
        synthesized((chart) => new SealedSecret(chart, 'smtp', { encryptedData: { password: value as string } }));
      expect(attempt).toThrow('orders/smtp · encryptedData.password: is not what kubeseal prints');
      expect(attempt).not.toThrow(String(value));
    },
  );
});

describe.each([
  ['an ExternalSecret', stripe, 'stripe', 'api-key'],
  ['a SealedSecret', smtp, 'smtp', 'password'],
] as const)('%s as a reference', (_, make, name, key) => {
  const inEnv = (chart: Chart) => new DataApi(chart, 'api', { image, env: { VALUE: make(chart).value(key) } });

  test('is a key of the Secret that it makes', () => {
    const text = JSON.stringify(objectOf(synthesized(inEnv), 'Deployment', 'api'));
    expect(text).toContain(`{"name":"VALUE","valueFrom":{"secretKeyRef":{"key":"${key}","name":"${name}"}}}`);
  });

  test('is made up on the laptop, is in no manifest, and nobody is told to make it in the cluster', () => {
    inFolder((folder) => {
      const said = written(folder, (app) => inEnv(new Chart(app, 'orders', { namespace: 'orders' })));
      expect(said).toContain('none unexplained');
      expect(said).not.toContain('create secret');
      const value = filesIn(join(folder, '.tandem/secrets'))[`${name}/${key}`];
      expect(value).toMatch(/^[A-Za-z0-9]{32}$/);
      expect(Object.values(filesIn(join(folder, 'dist'))).join()).not.toContain(value);
    });
  });

  test('of a key that it does not have is refused', () => {
    const define = (chart: Chart) => new DataApi(chart, 'api', { image, env: { VALUE: make(chart).value('other') } });
    expect(() => synthesized(define)).toThrow(
      `orders/${name} · value("other"): is no key of this Secret. Expected one of "${key}".`,
    );
  });

  test('of another namespace is refused', () => {
    const define = (chart: Chart) => {
      const other = new Chart(chart, 'other', { namespace: 'other' });
      new DataApi(chart, 'api', { image, env: { VALUE: make(other).value(key) } });
    };
    expect(() => synthesized(define)).toThrow(
      `orders/api · env.VALUE: is of a Secret in the namespace other, which pods in orders cannot use.`,
    );
  });

  test('mounted whole has the keys that are known', () => {
    const volumes = [{ name: 'all', secret: { secretName: name } }];
    const volumeMounts = [{ name: 'all', mountPath: '/secrets' }];
    const define = (chart: Chart) => {
      make(chart);
      new DataApi(chart, 'api', { image, volumes, volumeMounts });
    };
    expect(serviceOf(define, 'api').secrets).toEqual([{ source: `${name}_${key}`, target: `/secrets/${key}` }]);
  });
});

describe('secretFiles', () => {
  const files = (chart: Chart) =>
    new DataApi(chart, 'api', {
      image,
      secretFiles: {
        '/run/secrets/stripe': existing('stripe', 'api-key'),
        '/run/secrets/smtp/password': existing('smtp', 'password'),
        '/run/secrets/smtp/user': existing('smtp', 'user'),
      },
    });

  test('are keys of Secrets that the pod’s group alone may read', () => {
    const { template } = specOf(files, 'Deployment', 'api') as {
      template: { spec: { volumes: unknown; containers: { volumeMounts: unknown }[] } };
    };
    expect(template.spec.volumes).toContainEqual({
      name: 'secrets',
      projected: {
        defaultMode: 0o440,
        sources: [
          { secret: { name: 'stripe', items: [{ key: 'api-key', path: 'stripe' }] } },
          {
            secret: {
              name: 'smtp',
              items: [
                { key: 'password', path: 'smtp/password' },
                { key: 'user', path: 'smtp/user' },
              ],
            },
          },
        ],
      },
    });
    expect(template.spec.containers[0]?.volumeMounts).toContainEqual({
      name: 'secrets',
      mountPath: '/run/secrets',
      readOnly: true,
    });
  });

  test('are the same files on the laptop', () => {
    expect(serviceOf(files, 'api').secrets).toEqual([
      { source: 'stripe_api-key', target: '/run/secrets/stripe' },
      { source: 'smtp_password', target: '/run/secrets/smtp/password' },
      { source: 'smtp_user', target: '/run/secrets/smtp/user' },
    ]);
  });

  test('connect with what they lead to, as a variable does', () => {
    const define = (chart: Chart) => {
      const password = new StatefulMongo(chart, 'mongo').password();
      new DataApi(chart, 'api', { image, secretFiles: { '/run/secrets/mongo': password } });
    };
    const mongo = { podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'mongo' } } };
    expect(Object(specOf(define, 'NetworkPolicy', 'api')).egress).toContainEqual({
      to: [mongo],
      ports: [{ port: 27017, protocol: 'TCP' }],
    });
    expect(serviceOf(define, 'api').depends_on).toHaveProperty('mongo');
  });

  test.each<[object, string]>([
    [{ '/etc/key': existing('a', 'b') }, 'is not below /run/secrets'],
    [{ key: existing('a', 'b') }, 'write "/run/secrets/key".'],
    [{ '/run/secrets/../key': existing('a', 'b') }, 'is no plain path of a file'],
    [{ '/run/secrets/key': 'hunter22' }, 'is no reference'],
    [{ '/run/secrets/a': existing('a', 'b'), '/run/secrets/a/b': existing('a', 'b') }, 'lies in /run/secrets/a'],
    [{ '/run/secrets/key': existing('A', 'b') }, 'secret: is no name in DNS'],
    [{ '/run/secrets/key': { pieces: [] } }, 'is a text of which a secret is a part'],
    [{}, 'is empty'],
  ])('%j is refused: %s', (secretFiles, wrong) => {
    const define = (chart: Chart) => new DataApi(chart, 'api', { image, secretFiles: secretFiles as never });
    expect(() => synthesized(define)).toThrow(wrong);
  });

  test('take no text of which a secret is only a part', () => {
    const define = (chart: Chart) => {
      const url = new StatefulMongo(chart, 'mongo').url();
      new DataApi(chart, 'api', { image, secretFiles: { '/run/secrets/url': url } });
    };
    expect(() => synthesized(define)).toThrow('is a text of which a secret is a part');
  });
});

test('another restartToken makes the pods anew', () => {
  const define = (chart: Chart) => new DataApi(chart, 'api', { image, restartToken: '2026-11-25' });
  expect(specOf(define, 'Deployment', 'api')).toMatchObject({
    template: { metadata: { annotations: { 'cdk8s-tandem/restart-token': '2026-11-25' } } },
  });
});
