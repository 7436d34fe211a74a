import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { allowSecret } from 'cdk8s-tandem';
import { composed, synthesized } from '../synthesis';
import { anyContainer, configMap, deployment, type KubeObject, object } from '../workloads/manifests';
import { api, mountedIn, tandemOf, toldOf } from './tandem';

const volume = (name: string, configMap: object) => ({ name, configMap: { name: 'settings', ...configMap } });
const mounts = (...volumeMounts: object[]) => ({ volumeMounts });
const settings = configMap('settings', { 'app.toml': 'a = "$HOME"\n', 'run.sh': '#!/bin/sh\n' });

/** The service `api` with such volumes, and the files beside the Compose file. */
function rendered(container: object, volumes: readonly object[], ...others: readonly KubeObject[]) {
  const output = tandemOf([api(container, { volumes }), settings, ...others]);
  const { file, assets } = output.rendered;
  return { service: file.services.api, file, assets, told: toldOf(output) };
}

describe('a ConfigMap', () => {
  test('is mounted file by file: in a read-only container Compose mounts nothing else', () => {
    const { service, file, assets } = rendered(mounts({ name: 'conf', mountPath: '/etc/app/' }), [volume('conf', {})]);
    expect(service?.configs).toEqual([
      { source: 'settings_app.toml', target: '/etc/app/app.toml' },
      { source: 'settings_run.sh', target: '/etc/app/run.sh' },
    ]);
    expect(file.configs).toEqual({
      'settings_app.toml': { file: './.tandem/configs/settings/app.toml' },
      'settings_run.sh': { file: './.tandem/configs/settings/run.sh' },
    });
    expect(assets).toEqual([
      { path: './.tandem/configs/settings/app.toml', content: ['a = "$HOME"\n'], executable: false },
      { path: './.tandem/configs/settings/run.sh', content: ['#!/bin/sh\n'], executable: false },
    ]);
  });

  test('gives the keys that the volume names, at their paths', () => {
    const items = [{ key: 'run.sh', path: 'bin/start' }];
    const { service } = rendered(mounts({ name: 'conf', mountPath: '/opt' }), [volume('conf', { items })]);
    expect(service?.configs).toEqual([{ source: 'settings_run.sh', target: '/opt/bin/start' }]);
  });

  test.each([
    ['app.toml', '/etc/app.toml', ['/etc/app.toml']],
    ['bin', '/usr/local/bin', ['/usr/local/bin/start', '/usr/local/bin/more/stop']],
    ['bin/start', '/start', ['/start']],
    ['absent', '/absent', []],
  ])('mounted in part, %s at %s, is the files %j', (subPath, mountPath, targets) => {
    const items = ['app.toml', 'bin/start', 'bin/more/stop'].map((path) => ({ key: 'run.sh', path }));
    const { service } = rendered(mounts({ name: 'conf', mountPath, subPath }), [volume('conf', { items })]);
    expect((service?.configs ?? []).map(({ target }) => target)).toEqual(targets);
  });

  test('that the app does not make has files that nobody knows, and that is told', () => {
    const { service, told } = rendered(mounts({ name: 'conf', mountPath: '/etc/app' }), [
      volume('conf', { name: 'elsewhere' }),
    ]);
    expect(service?.configs).toBeUndefined();
    expect(service?.tmpfs).toBeUndefined();
    const notMounted = 'dropped: not mounted: nothing here knows which files the volume has';
    expect(told).toEqual([
      `containers/0/volumeMounts/0/mountPath: ${notMounted}`,
      `containers/0/volumeMounts/0/name: ${notMounted}`,
      'volumes/0/configMap/name: dropped: nothing here makes the ConfigMap: which files it has is not known',
      'data/app.toml: dropped: no container here asks for it',
      'data/run.sh: dropped: no container here asks for it',
    ]);
  });

  test('hides what the image has in its folder, and nothing beside a single file', () => {
    const volumeMounts = [
      { name: 'conf', mountPath: '/etc/app' },
      { name: 'conf', mountPath: '/etc/app.toml', subPath: 'app.toml' },
    ];
    expect(rendered({ volumeMounts }, [volume('conf', {})]).service?.tmpfs).toEqual(['/etc/app:ro']);
  });

  test('holds bytes as they are', () => {
    const bytes = object('v1', 'ConfigMap', 'bytes', { data: { t: 'text' }, binaryData: { b: '/wA=', u: 'w7E=' } });
    const { assets } = rendered(mounts({ name: 'conf', mountPath: '/b' }), [volume('conf', { name: 'bytes' })], bytes);
    expect(mountedIn(assets).map(({ path, content }) => [path, content])).toEqual([
      ['./.tandem/configs/bytes/t', ['text']],
      ['./.tandem/configs/bytes/b', new Uint8Array([255, 0])],
      ['./.tandem/configs/bytes/u', ['ñ']],
    ]);
  });

  test('without a key that it names is a mistake, but for one that need not have it', () => {
    const items = [
      { key: 'run.sh', path: 'run' },
      { key: 'none', path: 'none' },
    ];
    const toldOfIt = (more: object) => {
      const { service, told } = rendered(mounts({ name: 'conf', mountPath: '/c' }), [
        volume('conf', { items, ...more }),
      ]);
      expect(service?.configs).toEqual([{ source: 'settings_run.sh', target: '/c/run' }]);
      return told.filter((line) => line.startsWith('volumes'));
    };
    expect(toldOfIt({})).toContain(
      'volumes/0/configMap/items/1/key: dropped: the app makes the object, without the key none',
    );
    expect(toldOfIt({ optional: true })).toContain(
      'volumes/0/configMap/optional: dropped: whether a cluster starts the pod without it: Compose starts it either way',
    );
  });

  test('of which a file is mounted that it does not have is a mistake', () => {
    const { service, told } = rendered(mounts({ name: 'conf', mountPath: '/x', subPath: 'none' }), [
      volume('conf', {}),
    ]);
    expect([service?.configs, service?.tmpfs]).toEqual([undefined, undefined]);
    expect(told).toContain('containers/0/volumeMounts/0/subPath: dropped: no file of the volume conf is called none');
  });

  test('is mounted where $(NAME) says', () => {
    const container = {
      env: [{ name: 'WHICH', value: 'app' }],
      volumeMounts: [
        { name: 'conf', mountPath: '/a', subPathExpr: '$(WHICH).toml' },
        { name: 'conf', mountPath: '/b', subPathExpr: '$(NONE).toml' },
      ],
    };
    const { service, told } = rendered(container, [volume('conf', { items: [{ key: 'app.toml', path: 'app.toml' }] })]);
    expect(service?.configs).toEqual([
      { source: 'settings_app.toml', target: '/a' },
      { source: 'settings_app.toml', target: '/b/app.toml' },
    ]);
    expect(told).toContain(
      'containers/0/volumeMounts/1/subPathExpr: dropped: a folder that is called by what only a cluster knows: the volume itself is mounted',
    );
  });
});

describe('a mode', () => {
  const modes = (configMap: object) => {
    const { assets, told } = rendered(mounts({ name: 'conf', mountPath: '/etc/app' }), [volume('conf', configMap)]);
    return { executable: mountedIn(assets).map(({ executable }) => executable), told };
  };
  const reason = 'approximated: 0644, or 0755 where it is executable: a file of the laptop is mounted as it is';

  test('of 0644 or 0755 is carried', () => {
    expect(modes({ defaultMode: 0o644 })).toEqual({ executable: [false, false], told: [] });
    expect(modes({ defaultMode: 0o755 })).toEqual({ executable: [true, true], told: [] });
  });

  test('may be another in another volume: a program beside a text of the same key', () => {
    const container = mounts({ name: 'conf', mountPath: '/etc/app' }, { name: 'bin', mountPath: '/bin/app' });
    const items = [{ key: 'run.sh', path: 'run.sh' }];
    const { service, assets, told } = rendered(container, [
      volume('conf', { items }),
      volume('bin', { items, defaultMode: 0o755 }),
    ]);
    expect(service?.configs).toEqual([
      { source: 'settings_run.sh', target: '/etc/app/run.sh' },
      { source: 'RUN_settings_run.sh', target: '/bin/app/run.sh' },
    ]);
    expect(assets).toEqual([
      { path: './.tandem/configs/settings/run.sh', content: ['#!/bin/sh\n'], executable: false },
      { path: './.tandem/executable/configs/settings/run.sh', content: ['#!/bin/sh\n'], executable: true },
    ]);
    expect(told).toEqual(['data/app.toml: dropped: no container here asks for it']);
  });

  test('of any other kind comes near', () => {
    const items = [
      { key: 'app.toml', path: 'app.toml', mode: 0o400 },
      { key: 'run.sh', path: 'run.sh' },
    ];
    expect(modes({ defaultMode: 0o550, items })).toEqual({
      executable: [false, true],
      told: [`volumes/0/configMap/defaultMode: ${reason}`, `volumes/0/configMap/items/0/mode: ${reason}`],
    });
  });
});

test("a file belongs to the laptop's user, not to the pod's fsGroup, and that is told of that one field", () => {
  const pod = { volumes: [volume('conf', {})] };
  const told = (securityContext: object) =>
    toldOf(tandemOf([api(mounts({ name: 'conf', mountPath: '/etc/app' }), { ...pod, securityContext }), settings]));
  expect(told({ fsGroup: 2000 })).toEqual([
    'securityContext/fsGroup: approximated: not of files from ConfigMaps and Secrets: a file of the laptop is mounted as it is',
  ]);
  expect(told({ runAsUser: 1000 })).toEqual([]);
});

describe('a Secret', () => {
  const volumes = [
    {
      name: 'keys',
      secret: { secretName: 'keys', items: [{ key: 'tls.key', path: 'server.key' }], defaultMode: 0o644 },
    },
  ];

  test('is a file of this laptop, and of no hash that others could read', () => {
    const { service, file, assets } = rendered(mounts({ name: 'keys', mountPath: '/tls', readOnly: true }), volumes);
    expect(service?.secrets).toEqual([{ source: 'keys_tls.key', target: '/tls/server.key' }]);
    expect(service?.labels).toBeUndefined();
    expect(file.secrets).toEqual({ 'keys_tls.key': { file: './.tandem/secrets/keys/tls.key' } });
    const content = [{ from: 'secret', namespace: 'orders', name: 'keys', key: 'tls.key' }];
    expect(assets).toEqual([{ path: './.tandem/secrets/keys/tls.key', content, executable: false }]);
  });

  test('of which no key is named cannot be known', () => {
    const whole = [{ name: 'keys', secret: { secretName: 'keys' } }];
    const { service, told } = rendered(mounts({ name: 'keys', mountPath: '/keys' }), whole);
    expect(service?.secrets).toBeUndefined();
    expect(told).toContain(
      'volumes/0/secret/secretName: dropped: nothing here makes the Secret: which files it has is not known, or it need not be there',
    );
  });

  test('that need not be there is not made up', () => {
    const items = [{ key: 'a', path: 'a' }];
    const optional = [{ name: 'keys', secret: { secretName: 'keys', items, optional: true } }];
    expect(rendered(mounts({ name: 'keys', mountPath: '/keys' }), optional).assets).toEqual([]);
  });
});

describe('Secrets of one name in two namespaces', () => {
  const volumes = [{ name: 'keys', secret: { secretName: 'keys', items: [{ key: 'a', path: 'a' }] } }];
  const pod = { volumes, containers: [{ ...anyContainer, ...mounts({ name: 'keys', mountPath: '/keys' }) }] };
  const pods = ['orders', 'billing'].map((namespace) => deployment('api', pod, { namespace }));

  test('are one on the laptop, and that is told', () => {
    const output = tandemOf(pods);
    expect(output.rendered.file.secrets).toEqual({ keys_a: { file: './.tandem/secrets/keys/a' } });
    const one = 'on a laptop a Secret is known by its name alone';
    expect(toldOf(output)).toEqual([
      `volumes/0/secret/secretName: approximated: one with the Secret of this name in billing: ${one}`,
      `volumes/0/secret/secretName: approximated: one with the Secret of this name in orders: ${one}`,
    ]);
  });

  test('that the app itself makes are two', () => {
    const output = synthesized((chart) => {
      for (const namespace of ['orders', 'billing']) {
        const stringData = { a: namespace };
        const keys = new ApiObject(
          chart,
          `keys-${namespace}`,
          object('v1', 'Secret', 'keys', { stringData }, namespace),
        );
        allowSecret(keys, 'a test');
        new ApiObject(chart, `api-${namespace}`, deployment('api', pod, { namespace }));
      }
    });
    expect(output.rendered.file.secrets).toEqual({
      'orders-keys_a': { file: './.tandem/secrets/orders-keys/a' },
      'billing-keys_a': { file: './.tandem/secrets/billing-keys/a' },
    });
    expect(toldOf(output)).toEqual([]);
  });
});

describe('what the pod says of itself', () => {
  const items = [
    { path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } },
    { path: 'notes/all', fieldRef: { fieldPath: 'metadata.annotations' } },
    { path: 'name', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } },
    { path: 'cpu', mode: 0o400, resourceFieldRef: { containerName: 'main', resource: 'limits.cpu', divisor: '1m' } },
    { path: 'memory', resourceFieldRef: { containerName: 'main', resource: 'limits.memory' } },
  ];
  const container = {
    ...anyContainer,
    resources: { limits: { cpu: '1500m' } },
    ...mounts({ name: 'pod', mountPath: '/pod' }),
  };
  const options = { labels: { tier: 'a.b' }, annotations: { z: 'ñ', a: 'a"b\n' } };

  test('is a file, computed, and what only a cluster knows is told', () => {
    const volumes = [{ name: 'pod', downwardAPI: { items } }];
    const output = tandemOf([deployment('api', { volumes, containers: [container] }, options)]);
    expect(output.rendered.file.services.api).toMatchObject({
      tmpfs: ['/pod:ro'],
      configs: [
        { source: 'api_pod_0', target: '/pod/labels' },
        { source: 'api_pod_1', target: '/pod/notes/all' },
        { source: 'api_pod_2', target: '/pod/name' },
        { source: 'api_pod_3', target: '/pod/cpu' },
      ],
    });
    expect(mountedIn(output.rendered.assets).map(({ path, content }) => [path, ...content])).toEqual([
      ['./.tandem/pods/api/pod/labels', 'app="api"\ntier="a.b"'],
      ['./.tandem/pods/api/pod/notes/all', 'a="a\\"b\\n"\nz="ñ"'],
      ['./.tandem/pods/api/pod/name', 'api'],
      ['./.tandem/pods/api/pod/cpu', '1500'],
    ]);
    const unknown = 'dropped: of what only a cluster knows: nothing here knows it before';
    expect(toldOf(output).filter((line) => line.startsWith('volumes'))).toEqual([
      'volumes/0/downwardAPI/items/3/mode: approximated: 0644, or 0755 where it is executable: a file of the laptop is mounted as it is',
      'volumes/0/downwardAPI/items/1/fieldRef/fieldPath: approximated: without those that a cluster adds',
      "volumes/0/downwardAPI/items/2/fieldRef/fieldPath: approximated: the name of the pod's owner: a pod of its kind has a name of its own each time",
      'volumes/0/downwardAPI/items/2/fieldRef/apiVersion: dropped: the only version that there is',
      `volumes/0/downwardAPI/items/4/path: ${unknown}`,
      `volumes/0/downwardAPI/items/4/resourceFieldRef/containerName: ${unknown}`,
      `volumes/0/downwardAPI/items/4/resourceFieldRef/resource: ${unknown}`,
    ]);
  });
});

test('a projected volume has the files of all its sources, the later in place of the earlier, less what a cluster alone makes', () => {
  const sources = [
    { configMap: { name: 'settings', items: [{ key: 'app.toml', path: 'a/app.toml' }] } },
    { configMap: { name: 'keys' } },
    { downwardAPI: { items: [{ path: 'tls.key', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
    { serviceAccountToken: { path: 'token', expirationSeconds: 3600, audience: 'api' } },
    { configMap: { name: 'elsewhere', optional: true } },
    { clusterTrustBundle: { name: 'ca', path: 'ca.pem' } },
  ];
  const volumes = [{ name: 'all', projected: { sources, defaultMode: 0o755 } }];
  const keys = configMap('keys', { 'tls.key': 'old' });
  const { service, assets, told } = rendered(mounts({ name: 'all', mountPath: '/all' }), volumes, keys);
  expect(service).toMatchObject({
    configs: [
      { source: 'RUN_settings_app.toml', target: '/all/a/app.toml' },
      { source: 'api_all_1', target: '/all/tls.key' },
    ],
  });
  expect(service?.secrets).toBeUndefined();
  expect(mountedIn(assets).map(({ executable }) => executable)).toEqual([true, true]);
  const token = 'dropped: a token that a cluster makes for its API, which a laptop has none of';
  expect(told).toEqual([
    `volumes/0/projected/sources/3/serviceAccountToken/audience: ${token}`,
    `volumes/0/projected/sources/3/serviceAccountToken/expirationSeconds: ${token}`,
    `volumes/0/projected/sources/3/serviceAccountToken/path: ${token}`,
    'volumes/0/projected/sources/4/configMap/name: dropped: nothing here makes the ConfigMap: which files it has is not known',
    'volumes/0/projected/sources/4/configMap/optional: dropped: whether a cluster starts the pod without it: Compose starts it either way',
    'volumes/0/projected/sources/5/clusterTrustBundle/name: dropped: certificates that a cluster hands out',
    'volumes/0/projected/sources/5/clusterTrustBundle/path: dropped: certificates that a cluster hands out',
    'data/run.sh: dropped: no container here asks for it',
  ]);
});

describe('the hash in a label, by which Compose sees that a file changed', () => {
  const labels = (data: Record<string, string>, path = '/etc/app') => {
    const conf = configMap('settings', data);
    const pod = { volumes: [volume('conf', {})] };
    return tandemOf([api(mounts({ name: 'conf', mountPath: path }), pod), conf]).rendered.file.services.api?.labels;
  };

  test('changes with the content and the place of each file, and with nothing else', () => {
    const hashes = [labels({ a: '1' }), labels({ a: '1' }), labels({ a: '2' }), labels({ b: '1' })];
    const [first, ...others] = hashes.map((each) => each?.['files.etc.app']);
    expect(first).toMatch(/^[0-9a-f]{12}$/);
    expect(others.map((hash) => hash === first)).toEqual([true, false, false]);
    expect(Object.keys(labels({ a: '1' }, '/opt') ?? {})).toEqual(['files.opt']);
  });
});

test('a ConfigMap and a Deployment of cdk8s-plus are no different', () => {
  const file = composed((chart) => {
    const conf = new kplus.ConfigMap(chart, 'conf', { metadata: { name: 'conf' }, data: { 'a.ini': 'x=$1' } });
    const web = new kplus.Deployment(chart, 'web', { metadata: { name: 'web' }, containers: [{ image: 'nginx:1' }] });
    web.containers[0]?.mount('/etc/web', kplus.Volume.fromConfigMap(chart, 'volume', conf));
  });
  expect(file.services.web?.configs).toEqual([{ source: 'conf_a.ini', target: '/etc/web/a.ini' }]);
});

test('two files never go by one name, however their ConfigMaps and keys are called', () => {
  const volumes = [volume('a', { name: 'app' }), volume('b', { name: 'app.v1' })];
  const others = [configMap('app', { 'v1.conf': 'one' }), configMap('app.v1', { conf: 'two' })];
  const container = mounts({ name: 'a', mountPath: '/a' }, { name: 'b', mountPath: '/b' });
  const { service } = rendered(container, volumes, ...others, object('v1', 'ConfigMap', 'unused'));
  expect(service?.configs).toEqual([
    { source: 'app_v1.conf', target: '/a/v1.conf' },
    { source: 'app.v1_conf', target: '/b/conf' },
  ]);
});

test('a ConfigMap without a key is an empty folder that nobody writes to', () => {
  const volumes = [{ name: 'conf', configMap: { name: 'conf' } }];
  const pod = api({ volumeMounts: [{ name: 'conf', mountPath: '/etc/conf' }] }, { volumes });
  const output = tandemOf([pod, configMap('conf', {})]);
  expect(output.rendered.file.services.api?.tmpfs).toEqual(['/etc/conf:ro']);
  expect(toldOf(output)).toEqual([]);
});
