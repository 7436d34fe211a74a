import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { Manifests } from 'cdk8s-tandem/testing';
import { dataPlatform } from '../../apps/data-platform';
import { inFolder, written } from '../synthesis';

function readFrom(files: Readonly<Record<string, string>>): Manifests {
  return inFolder((folder) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return Manifests.from(folder);
  });
}

const config = (name: string, data = '{}') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: ${data}\n`;

test('what synth has written reads as what it was written of', () => {
  inFolder((folder) => {
    written(folder, dataPlatform);
    const manifests = Manifests.from(join(folder, 'dist'));
    manifests.resourceCountIs('Namespace', 1);
    manifests.hasResource('CronJob', { spec: { timeZone: 'Europe/Madrid' } }, { namespace: 'orders' });
    expect(() => manifests.container(new App())).toThrow('A folder of manifests knows no construct');
    expect(manifests.container('api').image).toBe('ghcr.io/acme/orders-api:1.2.3');
  });
});

test('files of several documents, lists, JSON and folders in folders are read, and nothing else', () => {
  const manifests = readFrom({
    'b.yaml': `---\n${config('one')}---\n# nothing\n---\n${config('two')}`,
    'a/list.yml': `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: three}}\n`,
    'c.json': '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"four"}}',
    'README.md': '# no manifest',
  });
  expect(manifests.resources.map(({ metadata }) => metadata.name)).toEqual(['three', 'one', 'two', 'four']);
});

test('YAML is read as kubectl reads it', () => {
  const { data } = readFrom({
    'a.yaml': config('a', '{at: 2026-01-02, on: yes, mode: 0644, range: 1:30}'),
  }).getResource('ConfigMap');
  expect(data).toEqual({ at: '2026-01-02', true: true, mode: 420, range: '1:30' });
});

test('what cannot be read is said, all at once, with its file and line', () => {
  const read = () =>
    readFrom({
      'a.yaml': 'kind: [',
      'b.yaml': '- 1\n',
      'c.yaml': 'apiVersion: v1\nkind: ConfigMap\n',
      'd.yaml': `${config('x')}a: 1\na: 2\n`,
    });
  expect(read).toThrow(/^The manifests in .* cannot be read\.\n/);
  expect(read).toThrow(/ {2}a\.yaml: is not YAML, line 1: Flow sequence in block collection must be .*\.\n/);
  expect(read).toThrow('  b.yaml: is no Kubernetes object. Expected a map with apiVersion, kind and metadata.\n');
  expect(read).toThrow('  c.yaml: metadata/name must be text');
  expect(read).toThrow(/ {2}d\.yaml: is not YAML, line 6: Map keys must be unique\.\n/);
});

test('a tag that would make code elsewhere makes text here', () => {
  const { data } = readFrom({ 'a.yaml': config('a', '{run: !!js/function "process.exit(1)"}') }).getResource(
    'ConfigMap',
  );
  expect(data).toEqual({ run: 'process.exit(1)' });
});

test('aliases that would fill the memory are refused', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefgh'.split('').map((key, index) => {
      const before = 'abcdefg'[index];
      return `${key}: &${key} [${Array(9).fill(`*${before}`).join(', ')}]`;
    }),
  ].join('\n');
  expect(() => readFrom({ 'a.yaml': bomb })).toThrow('a.yaml: Excessive alias count');
});

test('a link that leads out of the folder is not followed', () => {
  inFolder((outside) => {
    writeFileSync(join(outside, 'secret.yaml'), config('outside'));
    inFolder((folder) => {
      symlinkSync(join(outside, 'secret.yaml'), join(folder, 'a.yaml'));
      expect(() => Manifests.from(folder)).toThrow('a.yaml: is a link that leads out of the folder.');
    });
  });
});

test('a folder that is not there, and one without manifests, are no empty success', () => {
  expect(() => Manifests.from('/nonexistent')).toThrow('It is no folder with YAML files. Fix: the path, or');
  expect(() => readFrom({})).toThrow('It is no folder with YAML files.');
});
