import { k8s } from 'cdk8s-plus-28';
import fc from 'fast-check';
import type { Family, Right, Wrong } from './family';
import { dnsLabel, noText, strangers, withStranger } from './strangers';

const kind = fc.constantFrom('api' as const, 'cron' as const, 'job' as const, 'mongo' as const);

const mode = fc.constantFrom(0, 0o400, 0o440, 0o444, 0o640, 0o755, 0o777);
const place = fc.constantFrom('a', 'b/c.ini', '.a', 'x'.repeat(100));
const items = fc.uniqueArray(
  fc.record({ key: fc.constantFrom('a', 'b.c', '_d'), path: place, mode }, { requiredKeys: ['key', 'path'] }),
  {
    maxLength: 2,
    selector: ({ path }) => path,
  },
);
const sizeLimit = fc.constantFrom('1Mi', '64Mi', '1Gi').map((text) => k8s.Quantity.fromString(text));
const some = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { requiredKeys: [] });
const fieldPath = fc.constantFrom(
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  "metadata.annotations['a']",
);
const downward = fc.record(
  { path: place, fieldRef: fieldPath.map((fieldPath) => ({ fieldPath })), mode },
  { requiredKeys: ['path', 'fieldRef'] },
);
const once = <T extends { readonly path: string }>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { minLength: 1, maxLength: 2, selector: ({ path }) => path });
const of = (key: string) => (value: object) => ({ [key]: value });

const claim = fc.constantFrom('ReadWriteOnce', 'ReadWriteMany').map((mode) => ({
  spec: {
    accessModes: [mode],
    storageClassName: 'fast',
    resources: { requests: { storage: k8s.Quantity.fromString('1Gi') } },
  },
}));

/** Every kind of volume that the Pod Security Standard `restricted` lets in. */
const source: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.oneof(
  some({ medium: fc.constantFrom('', 'Memory'), sizeLimit }).map(of('emptyDir')),
  fc
    .tuple(some({ items, defaultMode: mode, optional: fc.boolean() }), dnsLabel(20, 'az09'))
    .map(([rest, name]) => ({ configMap: { name, ...rest } })),
  fc
    .tuple(some({ items, defaultMode: mode, optional: fc.boolean() }), dnsLabel(20, 'az09'))
    .map(([rest, secretName]) => ({ secret: { secretName, ...rest } })),
  fc
    .record({ claimName: dnsLabel(20, 'az09'), readOnly: fc.boolean() }, { requiredKeys: ['claimName'] })
    .map(of('persistentVolumeClaim')),
  claim.map((volumeClaimTemplate) => ({ ephemeral: { volumeClaimTemplate } })),
  some({ items: once(downward), defaultMode: mode }).map(of('downwardAPI')),
  fc
    .record({
      defaultMode: mode,
      sources: fc.tuple(
        fc.constant({ secret: { name: 's', items: [{ key: 'a', path: 's/a' }] } }),
        fc.constantFrom(
          { configMap: { name: 'c', items: [{ key: 'a', path: 'c/a', mode: 0o400 }], optional: true } },
          { downwardApi: { items: [{ path: 'd/a', fieldRef: { fieldPath: 'metadata.name' } }] } },
          { serviceAccountToken: { path: 'token', audience: 'vault', expirationSeconds: 600 } },
        ),
      ),
    })
    .map(of('projected')),
  fc
    .constantFrom(
      { driver: 'csi.example.com' },
      { driver: 'secrets-store.csi.k8s.io', readOnly: true, volumeAttributes: { a: '1' } },
    )
    .map(of('csi')),
);

const mount = some({
  readOnly: fc.boolean(),
  subPath: fc.constantFrom('a', 'a/b', 'ñ $HOME'),
  mountPropagation: fc.constant('None'),
});
const mountPath = fc
  .array(fc.constantFrom('a', 'B-1', 'ñ', 'a b', '$HOME', "it's", '#', '.hidden'), { minLength: 1, maxLength: 2 })
  .map((parts) => `/srv/${parts.join('/')}`);
const name = dnsLabel(63, 'az09');

const right = fc.tuple(kind, name, source, mount, mountPath).map(
  ([kind, name, source, rest, mountPath]): Right => ({
    kind,
    props: { volumes: [{ name, ...source }], volumeMounts: [{ name, mountPath, ...rest }] },
    kept({ pod, container, service }) {
      const [key = ''] = Object.keys(source);
      const volume = (pod.spec.volumes as readonly Named[]).find((volume) => volume.name === name);
      expect(volume).toHaveProperty(key === 'downwardApi' ? 'downwardAPI' : key);
      expect(container.volumeMounts).toContainEqual({ name, mountPath, ...rest });
      const all = JSON.stringify([service.volumes, service.tmpfs, service.configs, service.secrets]);
      // What only a cluster has, such as a ConfigMap of somebody else, is a difference.
      if ('emptyDir' in source) expect(all).toContain(JSON.stringify(mountPath).slice(1, -1));
    },
  }),
);

interface Named {
  readonly name: string;
}

const plain = { name: 'a', emptyDir: {} };
const wrongName = fc.oneof(
  withStranger(name, [...strangers, 'A', '_', '.']),
  fc.constantFrom<unknown>('', '-a', 'a-', 'a'.repeat(64), undefined),
  noText,
);

const wrong: fc.Arbitrary<Wrong> = fc.tuple(kind, wrongName).chain(([kind, name]) =>
  fc.constantFrom<Wrong>(
    { kind, props: { volumes: [{ name, emptyDir: {} }] }, prop: 'volumes[0].name' },
    { kind, props: { volumes: [plain], volumeMounts: [{ name, mountPath: '/srv' }] }, prop: 'volumeMounts[0].name' },
    { kind, props: { volumes: [plain, plain] }, prop: 'volumes[1].name' },
    {
      kind,
      props: { volumes: [plain], volumeMounts: ['/a', '/a'].map((mountPath) => ({ name: 'a', mountPath })) },
      prop: 'volumeMounts[1].mountPath',
    },
    { kind, props: { volumeMounts: [{ name: 'nobody', mountPath: '/srv' }] }, prop: 'volumeMounts' },
    { kind, props: { volumes: [{ name: 'a', emptyDir: 'memory' }] }, prop: 'volumes[0].emptyDir' },
    { kind, props: { volumes: [{ name: 'a', secret: ['s'] }] }, prop: 'volumes[0].secret' },
    {
      kind,
      props: { volumes: [{ name: 'a', configMap: { name: 'c', items: { key: 'a' } } }] },
      prop: 'volumes[0].configMap',
    },
    {
      kind,
      props: {
        volumes: [
          {
            name: 'a',
            secret: {
              secretName: 's',
              items: [
                { key: 'a', path: 'x/y' },
                { key: 'b', path: 'x' },
              ],
            },
          },
        ],
      },
      prop: 'spec/',
    },
    { kind, props: { volumes: { a: {} } }, prop: 'volumes' },
    { kind, props: { volumes: ['a'] }, prop: 'volumes[0]' },
    { kind, props: { volumeMounts: [null] }, prop: 'volumeMounts[0]' },
  ),
);

const nearMode = fc.oneof(mode, fc.constantFrom<unknown>(0o1777, 777, -1, '0644', 0.5));
const nearFile = fc.record({
  key: fc.constantFrom('a', 'b'),
  path: fc.constantFrom('a', 'a/b', 'a/b/c', 'ab', 'b', './a'),
});
const nearSource = fc.oneof(
  source,
  fc.constantFrom<object>(
    ...[
      {},
      { hostPath: { path: '/etc' } },
      { emptyDir: {}, configMap: { name: 'c' } },
      { secret: {} },
      { configMap: {} },
    ],
    ...[
      { emptyDir: { medium: 'Disk' } },
      { persistentVolumeClaim: {} },
      { nfs: { server: 'a', path: 'b' } },
      { csi: {} },
    ],
    ...[{ secret: { secretName: 'My_Secret' } }, { configMap: { name: 'c', items: [{ key: '../a', path: 'a' }] } }],
    ...[
      { configMap: { name: 'c', items: [{ key: 'a', path: '/a' }] } },
      { secret: { secretName: 's', items: [{ key: 'a', path: '../a' }] } },
    ],
    ...[
      { emptyDir: { sizeLimit: k8s.Quantity.fromString('-1Mi') } },
      { ephemeral: {} },
      { projected: { sources: [{}] } },
    ],
    ...[
      { downwardApi: { items: [{ path: 'a', fieldRef: { fieldPath: 'spec.nope' } }] } },
      { downwardApi: { items: [{ path: 'a' }] } },
    ],
  ),
  fc.array(nearFile, { maxLength: 3 }).map((items) => ({ configMap: { name: 'c', items } })),
  fc.array(nearFile, { minLength: 2, maxLength: 4 }).map(([first, ...rest]) => ({
    projected: { sources: [{ secret: { name: 's', items: [first] } }, { configMap: { name: 'c', items: rest } }] },
  })),
  nearMode.map((defaultMode) => ({ configMap: { name: 'c', defaultMode } })),
  nearMode.map((mode) => ({ secret: { secretName: 's', items: [{ key: 'a', path: 'a', mode }] } })),
);
const nearMount = some({
  readOnly: fc.constantFrom<unknown>(true, false, 'yes'),
  subPath: fc.constantFrom('a', '/a', '../a', 'a/../b', '', '..', '$(A)'),
  subPathExpr: fc.constantFrom('$(A)', 'a', '../a'),
  mountPropagation: fc.constantFrom('None', 'HostToContainer', 'Bidirectional', 'none'),
});
const nearPath = fc.oneof(
  mountPath,
  fc.constantFrom('/tmp', '/a:b', '/etc/a', '/data/db', '/run', '/run/secrets', '/var/run/a', 'a'),
);

export const volumes: Family = {
  right,
  wrong,
  near: fc
    .tuple(kind, fc.constantFrom('a', 'tmp', 'config', 'secrets', 'data'), nearSource, nearMount, nearPath)
    .map(([kind, name, source, rest, mountPath]) => ({
      kind,
      props: { volumes: [{ name, ...source }], volumeMounts: [{ name, mountPath, ...rest }] },
    })),
};
