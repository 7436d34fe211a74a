import * as kplus from 'cdk8s-plus-28';
import { composed } from '../synthesis';
import { configMap, type KubeObject, object } from '../workloads/manifests';
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
    expect(told).toContain('volumes/0: approximated: without files: nothing here says which keys it has');
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
    expect(told).toContain('volumes/0: approximated: without files: nothing here says which keys it has');
  });
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
