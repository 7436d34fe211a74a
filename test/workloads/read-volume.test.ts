import type { Volume } from '../../lib/workloads/volume';
import { configMap, deployment, type KubeObject, object, workloadOf } from './manifests';

/** A volume of a pod, among these other objects. */
function volumeOf(source: object, ...others: readonly KubeObject[]): Volume | undefined {
  const pod = deployment('api', { volumes: [{ name: 'files', ...source }] });
  return workloadOf(pod, ...others).pod.volumes[0];
}

const scripts = configMap('scripts', { 'a.sh': 'echo a\n', 'b.sh': 'echo $(B)\n' });
const config = (key: string, content: string) => ({
  from: 'config',
  namespace: 'orders',
  name: 'scripts',
  key,
  content,
});
const secret = (key: string) => ({ from: 'secret', namespace: 'orders', name: 'keys', key });

const plain: readonly (readonly [string, object, object])[] = [
  [
    'a claim',
    { persistentVolumeClaim: { claimName: 'data' } },
    { type: 'claim', claim: 'data', madeBy: 'nobody here' },
  ],
  ['scratch space', { emptyDir: {} }, { type: 'scratch', memory: false, sizeLimit: undefined }],
  [
    'scratch space in memory with a limit',
    { emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } },
    { type: 'scratch', memory: true, sizeLimit: 67_108_864n },
  ],
  [
    'a folder of a node',
    { hostPath: { path: '/a', type: 'Directory' } },
    { type: 'host', path: '/a', kind: 'Directory' },
  ],
  ['a share', { nfs: { server: 's', path: '/a' } }, { type: 'nfs', server: 's', path: '/a', readOnly: false }],
  [
    'a claim that a cluster makes for the pod',
    { ephemeral: {} },
    { type: 'claim', claim: 'api-files', madeBy: 'the pod' },
  ],
  ['an image', { image: { reference: 'acme/model:1' } }, { type: 'image', reference: 'acme/model:1' }],
  ['of a source that is not known here', { csi: { driver: 'd' } }, { type: 'unknown', source: 'csi' }],
  ['of no source', {}, { type: 'scratch', memory: false }],
  ['of an empty source', { emptyDir: null }, { type: 'scratch', memory: false }],
  ['of a source called like a method of objects', { toString: {} }, { type: 'unknown', source: 'toString' }],
];
test.each(plain)('a volume can be %s', (_, source, volume) => {
  expect(volumeOf(source)).toMatchObject({ name: 'files', ...volume });
});

test('all of an empty emptyDir is read, and nothing of an unknown source', () => {
  expect(volumeOf({ emptyDir: {} })?.field.unread()).toEqual([]);
  expect(
    volumeOf({ csi: { driver: 'd' } })
      ?.field.unread()
      .map(({ path }) => path.at(-1)),
  ).toEqual(['driver']);
});

describe('a volume of a ConfigMap', () => {
  test('holds a file for each key', () => {
    expect(volumeOf({ configMap: { name: 'scripts' } }, scripts)).toMatchObject({
      type: 'files',
      files: [
        { path: 'a.sh', mode: 0o644, source: config('a.sh', 'echo a\n') },
        { path: 'b.sh', mode: 0o644, source: config('b.sh', 'echo $(B)\n') },
      ],
    });
  });

  test('holds the keys that it names, under the paths and with the modes that it gives them', () => {
    const items = [
      { key: 'b.sh', path: 'bin/b', mode: 0o500 },
      { key: 'a.sh', path: 'a' },
    ];
    expect(volumeOf({ configMap: { name: 'scripts', defaultMode: 0o755, items } }, scripts)).toMatchObject({
      files: [
        { path: 'bin/b', mode: 0o500, source: config('b.sh', 'echo $(B)\n') },
        { path: 'a', mode: 0o755, source: config('a.sh', 'echo a\n') },
      ],
    });
  });

  test('that nobody here makes holds no files', () => {
    expect(volumeOf({ configMap: { name: 'scripts' } })).toMatchObject({ type: 'files', files: [] });
    const elsewhere = configMap('scripts', { a: 'theirs' }, 'elsewhere');
    expect(volumeOf({ configMap: { name: 'scripts' } }, elsewhere)).toMatchObject({ type: 'files', files: [] });
  });
});

describe('a volume of a Secret', () => {
  test('holds the keys that it names', () => {
    const items = [{ key: 'keyfile', path: 'mongo/keyfile', mode: 0o400 }];
    expect(volumeOf({ secret: { secretName: 'keys', items } })).toMatchObject({
      type: 'files',
      files: [{ path: 'mongo/keyfile', mode: 0o400, source: secret('keyfile') }],
    });
  });

  test('holds what is known: nothing, or the keys of a Secret that the app makes', () => {
    const made = object('v1', 'Secret', 'keys', { data: { a: 'YQ==' }, stringData: { b: 'b' } });
    expect(volumeOf({ secret: { secretName: 'keys' } })).toMatchObject({ type: 'files', files: [] });
    expect(volumeOf({ secret: { secretName: 'keys' } }, made)).toMatchObject({
      files: [
        { path: 'a', mode: 0o644, source: { ...secret('a'), value: 'a' } },
        { path: 'b', mode: 0o644, source: { ...secret('b'), value: 'b' } },
      ],
    });
  });
});
