import { existing } from 'cdk8s-tandem';
import fc from 'fast-check';
import type { Family, Right, Wrong } from './family';
import { dnsLabel, noText, someOf, strangers, withStranger } from './strangers';

const workload = fc.constantFrom('api' as const, 'cron' as const, 'job' as const);

const secretName = fc.array(dnsLabel(10, 'az09'), { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.'));
const key = fc.oneof(
  someOf('aZ9._-', 1, 12).filter((text) => !/^\.\.?$|^\.\./.test(text)),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'null', '.a', 'a'.repeat(253)),
);
const wrongKey = fc.oneof(
  withStranger(key, [...strangers, '/', ':', '=', '@']),
  fc.constantFrom('', ' ', '.', '..', '../a', '..a', 'a/b', 'a'.repeat(254)),
);

const storeText = fc.oneof(
  someOf('aZ9/._-', 1, 12),
  fc.constantFrom('a/b', 'secret/data/orders', 'ñ', 'a b', '$HOME', '0o7', 'yes', '"a"'),
);
const remote = fc.record(
  { key: storeText, property: storeText, version: fc.constantFrom('1', 'v2') },
  { requiredKeys: ['key'] },
);
const sealed = fc
  .tuple(fc.constantFrom([1, 0], [2, 0]), fc.array(fc.nat(255), { minLength: 528, maxLength: 560 }))
  .map(([start, rest]) => Buffer.from([...start, ...rest]).toString('base64'));

/** Maps of keys, those of an object's prototype too. */
const mapOf = <T>(value: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(fc.tuple(key, value), { minLength: 1, maxLength: 3, selector: ([name]) => name })
    .map((entries) => Object.fromEntries(entries) as Readonly<Record<string, T>>);

const of = (name: string, value: unknown) => Object.fromEntries([[name, value]]);

const right: fc.Arbitrary<Right> = fc.oneof(
  fc.tuple(workload, secretName, key).map(
    ([kind, secret, key]): Right => ({
      kind,
      props: { env: { KEY: existing(secret, key) }, secretFiles: { '/run/secrets/a': existing(secret, key) } },
      kept({ container, pod, service }) {
        expect(container.env).toContainEqual({ name: 'KEY', valueFrom: { secretKeyRef: { name: secret, key } } });
        const projected = expect.objectContaining({
          sources: [{ secret: { name: secret, items: [{ key, path: 'a' }] } }],
        });
        expect(pod.spec.volumes).toContainEqual({ name: 'secrets', projected });
        expect(Object(service.environment)).not.toHaveProperty('KEY');
        expect(service.secrets).toEqual([expect.objectContaining({ target: '/run/secrets/a' })]);
      },
    }),
  ),
  mapOf(remote).map(
    (data): Right => ({
      kind: 'external',
      props: { data },
      kept({ objects }) {
        const wanted = Object.entries(data).map(([secretKey, remoteRef]) => ({ secretKey, remoteRef }));
        expect(objects).toMatchObject([{ kind: 'ExternalSecret', spec: { data: wanted } }]);
      },
    }),
  ),
  mapOf(sealed)
    .filter((data) => !Object.keys(data).some(isUnwritable))
    .map(
      (encryptedData): Right => ({
        kind: 'sealed',
        props: { encryptedData },
        kept({ objects }) {
          const { encryptedData: written } = Object(objects[0]?.spec);
          expect(Object.entries(Object(written)).sort()).toEqual(Object.entries(encryptedData).sort());
        },
      }),
    ),
);

const secret = 'Tr0ub4dor';
const wrongRemote = fc.constantFrom<unknown>(
  'orders/stripe',
  null,
  {},
  { key: '' },
  { key: 3 },
  { key: 'a\0' },
  { key: 'a', propert: 'b' },
  [],
);
const wrongStore = fc.constantFrom<unknown>(
  undefined,
  null,
  'vault',
  {},
  { name: '' },
  { name: 'My_Vault' },
  { name: 'a', kind: 'Vault' },
);

/** Those for which cdk8s takes something else. */
function isUnwritable(key: string): boolean {
  return key === '__proto__' || key === 'constructor';
}

const wrong: fc.Arbitrary<Wrong> = fc.oneof(
  fc.tuple(workload, withStranger(secretName, [...strangers, 'A', '_', '..']), key).map(([kind, name, key]) => ({
    kind,
    props: { env: { KEY: existing(name, key) } },
    prop: 'env.KEY',
  })),
  fc.tuple(workload, secretName, wrongKey).map(([kind, name, key]) => ({
    kind,
    props: { secretFiles: { '/run/secrets/a': existing(name, key) } },
    prop: 'secretFiles',
  })),
  fc.tuple(workload, fc.oneof(noText, fc.constant<unknown>(undefined))).map(([kind, name]) => ({
    kind,
    props: { env: { KEY: existing(name as string, 'key') } },
    prop: 'env.KEY',
  })),
  fc
    .tuple(wrongKey, remote)
    .map(([key, value]) => ({ kind: 'external' as const, props: { data: of(key, value) }, prop: 'data' })),
  fc
    .tuple(key, wrongRemote)
    .map(([key, value]) => ({ kind: 'external' as const, props: { data: of(key, value) }, prop: 'data' })),
  fc
    .constantFrom<unknown>(undefined, null, {}, [], 'a')
    .map((data) => ({ kind: 'external' as const, props: { data }, prop: 'data' })),
  wrongStore.map((secretStoreRef) => ({
    kind: 'external' as const,
    props: { secretStoreRef },
    prop: 'secretStoreRef',
  })),
  fc.constantFrom<unknown>('', '1', '1d', '0s', '-1h', '1 h', 3600, null).map((refreshInterval) => ({
    kind: 'external' as const,
    props: { refreshInterval },
    prop: 'refreshInterval',
  })),
  fc.tuple(fc.oneof(wrongKey, fc.constantFrom('__proto__', 'constructor')), sealed).map(([key, value]) => ({
    kind: 'sealed' as const,
    props: { encryptedData: of(key, value) },
    prop: 'encryptedData',
  })),
  fc
    .tuple(key, fc.oneof(noText, fc.constantFrom(secret, Buffer.from(secret).toString('base64'), '')))
    .map(([key, value]) => ({
      kind: 'sealed' as const,
      props: { encryptedData: of(key, value) },
      prop: 'encryptedData',
      secret,
    })),
  fc
    .constantFrom<unknown>('', 'a b', 3, null, '-', 'ñ')
    .map((type) => ({ kind: 'sealed' as const, props: { type }, prop: 'type' })),
);

export const secrets: Family = { right, wrong };
