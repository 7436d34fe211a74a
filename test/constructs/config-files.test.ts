import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { type Config, ConfigFile, DataApi, EtlCronJob, existing } from 'cdk8s-tandem';
import type { Output } from '../../lib/output';
import { filesIn, inFolder, objectOf, serviceOf, synthesized, written } from '../synthesis';

const image = 'ghcr.io/acme/api:1.2.3';
const withConfig = (config: Config) => (chart: Chart) => new DataApi(chart, 'api', { image, config });
const settings = withConfig({ '/etc/api/settings.yaml': 'level: info\n' });

// biome-ignore lint/suspicious/noExplicitAny: a manifest is what it is
const podOf = (output: Output): any => (objectOf(output, 'Deployment', 'api') as any).spec.template;

describe('config', () => {
  test('is a ConfigMap, each of whose keys is mounted at its very path', () => {
    const output = synthesized(settings);
    expect(objectOf(output, 'ConfigMap', 'api-config')).toMatchObject({ data: { 'settings.yaml': 'level: info\n' } });
    const { containers, volumes } = podOf(output).spec;
    expect(volumes).toContainEqual({ name: 'config', configMap: { name: 'api-config' } });
    expect(containers[0].volumeMounts).toContainEqual({
      name: 'config',
      mountPath: '/etc/api/settings.yaml',
      subPath: 'settings.yaml',
      readOnly: true,
    });
  });

  test('another content makes other pods, the same content the same, in whichever order', () => {
    const hash = (config: Config) => podOf(synthesized(withConfig(config))).metadata.annotations['checksum/config'];
    const [a, b] = [{ '/etc/a': '1' }, { '/etc/b': '2' }];
    expect(hash({ ...a, ...b })).toBe(hash({ ...b, ...a }));
    expect(hash({ ...a, ...b })).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set([hash(a), hash(b), hash({ '/etc/a': '2' }), hash({ ...a, ...b })]).size).toBe(4);
  });

  test('on the laptop the same files lie at the same paths', () => {
    inFolder((folder) => {
      written(folder, (app) => settings(new Chart(app, 'orders', { namespace: 'orders' })));
      expect(filesIn(join(folder, '.tandem/configs'))).toEqual({ 'api-config/settings.yaml': 'level: info\n' });
    });
    expect(serviceOf(settings, 'api').configs).toEqual([
      { source: 'api-config_settings.yaml', target: '/etc/api/settings.yaml' },
    ]);
  });

  test('an ETL job has them, too', () => {
    const output = synthesized((chart) => {
      new EtlCronJob(chart, 'load', { image, schedule: '0 0 * * *', config: { '/etc/load.ini': 'a=1\n' } });
    });
    expect(objectOf(output, 'ConfigMap', 'load-config')).toMatchObject({ data: { 'load.ini': 'a=1\n' } });
    expect(JSON.stringify(objectOf(output, 'CronJob', 'load'))).toContain('checksum/config');
  });

  test('the construct shows its ConfigMap', () => {
    synthesized((chart) => expect(settings(chart).configMap?.name).toBe('api-config'));
  });
});

describe('files of the project', () => {
  const synth = (folder: string, config: Config) =>
    synthesized(withConfig(config), { projectRoot: folder, outdir: join(folder, 'dist') });

  test('are read at synth, from the folder of cdk8s.yaml', () => {
    inFolder((folder) => {
      mkdirSync(join(folder, 'conf'));
      writeFileSync(join(folder, 'conf/app.ini'), 'é=1\r\n');
      const output = synth(folder, { '/etc/app.ini': ConfigFile.fromPath('./conf/app.ini') });
      expect(objectOf(output, 'ConfigMap', 'api-config')).toMatchObject({ data: { 'app.ini': 'é=1\r\n' } });
    });
  });

  test('that are no text are bytes', () => {
    inFolder((folder) => {
      writeFileSync(join(folder, 'blob'), Buffer.from([0xff, 0x00, 0xfe]));
      const output = synth(folder, { '/opt/blob': ConfigFile.fromPath('blob'), '/opt/text': 'a' });
      const { data, binaryData } = objectOf(output, 'ConfigMap', 'api-config') ?? {};
      expect({ data, binaryData }).toEqual({ data: { text: 'a' }, binaryData: { blob: '/wD+' } });
    });
  });

  test.each<[string, (folder: string) => void, string]>([
    ['absent.ini', () => {}, 'is not there'],
    ['conf', (folder) => mkdirSync(join(folder, 'conf')), 'is no file'],
    ['out', (folder) => symlinkSync('/etc/hostname', join(folder, 'out')), 'leads out of the project through a link'],
    ['big', (folder) => writeFileSync(join(folder, 'big'), Buffer.alloc(1024 * 1024 + 1)), 'has 1048577 bytes'],
    ['leak', (folder) => writeFileSync(join(folder, 'leak'), 'AKIAIOSFODNN7EXAMPLE'), 'holds a key of AWS'],
  ])('%s is refused', (path, prepare, wrong) => {
    inFolder((folder) => {
      prepare(folder);
      const prop = 'orders/api · config["/etc/app"]: ';
      const attempt = () => synth(folder, { '/etc/app': ConfigFile.fromPath(path) });
      expect(attempt).toThrow(`${prop}${wrong}`);
      expect(attempt).not.toThrow('AKIA');
    });
  });

  test('of more than 1 MiB in all are refused', () => {
    const half = 'x'.repeat(600 * 1024);
    const wrong = 'orders/api · config: has 1228800 bytes in all. Expected at most 1 MiB';
    expect(() => synthesized(withConfig({ '/etc/a': half, '/etc/b': half }))).toThrow(wrong);
  });
});

test('a volume in the place of a file is refused: it would hide it without a word', () => {
  const volumes = [{ name: 'v', emptyDir: {} }];
  const mounted = (mountPath: string) => () =>
    synthesized((chart) => {
      const volumeMounts = [{ name: 'v', mountPath }];
      const secretFiles = { '/run/secrets/key': existing('keys', 'key') };
      new DataApi(chart, 'api', { image, config: { '/data/x': 'y' }, secretFiles, volumes, volumeMounts });
    });
  for (const path of ['/data/x', '/data/x/', '/run/secrets', '/run/secrets/'])
    expect(mounted(path)).toThrow(
      `orders/api · volumeMounts[0].mountPath: is the place of a file of config or secretFiles, got "${path}". Expected a place of its own.`,
    );
  expect(mounted('/data')).not.toThrow();
});

describe('a path or a content that is wrong', () => {
  test.each<[unknown, string]>([
    [{ 'etc/a': '' }, 'does not start with "/"'],
    [{ '/etc/a/': '' }, 'is a folder'],
    [{ '/etc/../a': '' }, 'holds an empty part, "." or ".."'],
    [{ '/proc/a': '' }, 'is a place that the container runtime fills itself'],
    [{ '/etc/hosts': '' }, 'is a place that the container runtime fills itself'],
    [{ '/tmp/a': '' }, 'is below /tmp'],
    [{ '/run/secrets/a': '' }, 'is a place of secrets'],
    [{ '/etc/a': '', '/etc/a/b': '' }, 'lies in /etc/a, which is a file'],
    [{ '/etc/a': 1 }, 'is neither text nor a file, got 1'],
    [{ '/etc/a': 'password=hunter22' }, 'holds a password in a connection string'],
    [{}, 'is empty'],
    [{ '/etc/a': ConfigFile.fromPath('../a') }, 'leads out of the project'],
    [{ '/etc/a': ConfigFile.fromPath('/etc/passwd') }, 'is a place of this machine'],
    [{ '/etc/a': ConfigFile.fromPath('.env') }, 'is a file of secrets by its name'],
    [{ '/etc/a': ConfigFile.fromPath('tls/server.key') }, 'is a file of secrets by its name'],
  ])('%j %s', (config, wrong) => {
    const attempt = () => synthesized(withConfig(config as Config));
    expect(attempt).toThrow(wrong);
    expect(attempt).not.toThrow('hunter22');
  });
});
