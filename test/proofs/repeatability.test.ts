import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, type App, Chart } from 'cdk8s';
import { DataApi } from 'cdk8s-tandem';
import { filesIn, inFolder } from '../synthesis';
import { apps } from './apps';
import { writtenInto } from './written-project';

const example = apps.dataPlatform ?? (() => {});

function filesOf(define: (app: App) => void): Readonly<Record<string, string>> {
  return inFolder((folder) => {
    writtenInto(folder, define);
    return filesIn(folder);
  });
}

/** Claim: the same definition gives the same bytes, whoever asks, when and where. */
describe.each(Object.entries(apps))('%s', (_, define) => {
  test('gives the same bytes twice, in two folders', () => {
    expect(filesOf(define)).toEqual(filesOf(define));
  });
});

describe('on another machine', () => {
  const elsewhere = (name: string, later: string, mask: string, env: NodeJS.ProcessEnv) =>
    inFolder((folder) => {
      const script = join(__dirname, 'write-app.ts');
      const args = ['--import', 'tsx', script, name, folder, later, mask];
      execFileSync(process.execPath, args, { env: { ...process.env, ...env }, stdio: 'pipe' });
      const modes = Object.keys(filesIn(folder)).map((path) => [path, statSync(join(folder, path)).mode & 0o777]);
      return { files: filesIn(folder), modes };
    });

  test.each(['dataPlatform', 'includedYaml'])('%s gives the same bytes and modes', (name) => {
    const here = elsewhere(name, '0', '22', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' });
    const there = elsewhere(name, '5000', '77', { TZ: 'Asia/Kolkata', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
    expect(there).toEqual(here);
    expect(here.files).toEqual(filesOf(apps[name] ?? example));
  });
});

test('after a synthesis that failed, the next one gives what it would have given without', () => {
  const before = filesOf(example);
  const failing = (app: App) => {
    example(app);
    new DataApi(new Chart(app, 'other', { namespace: 'other' }), 'Wrong Name', { image: 'no tag' });
  };
  expect(() => filesOf(failing)).toThrow('Wrong Name');
  expect(filesOf(example)).toEqual(before);
});

test('in whatever order the keys of a definition stand', () => {
  const object = (order: (keys: readonly string[]) => readonly string[]) => (app: App) => {
    const chart = new Chart(app, 'orders', { namespace: 'orders' });
    new ApiObject(chart, 'config', inOrder(configMap, order) as typeof configMap);
    new ApiObject(chart, 'deployment', inOrder(deployment, order) as typeof deployment);
  };
  const files = filesOf(object((keys) => keys));
  expect(files['compose.yaml']).toContain('LEVEL: debug');
  expect(filesOf(object((keys) => keys.toReversed()))).toEqual(files);
  expect(filesOf(object((keys) => keys.toSorted()))).toEqual(files);
});

const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'files' }, data: { b: '2', a: '1' } };
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'api', labels: { one: '1', another: '2' } },
  spec: {
    selector: { matchLabels: { app: 'api' } },
    template: {
      metadata: { labels: { app: 'api', tier: 'x' } },
      spec: {
        volumes: [{ name: 'files', configMap: { name: 'files' } }],
        containers: [
          {
            name: 'api',
            image: 'busybox:1.37',
            env: [{ name: 'LEVEL', value: 'debug' }],
            volumeMounts: [{ name: 'files', mountPath: '/files' }],
            resources: { limits: { memory: '64Mi', cpu: '100m' }, requests: { cpu: '50m' } },
          },
        ],
      },
    },
  },
};

/** The same value with the keys of each map in another order. */
function inOrder(value: unknown, order: (keys: readonly string[]) => readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => inOrder(item, order));
  if (typeof value !== 'object' || value === null) return value;
  const map = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(order(Object.keys(map)).map((key) => [key, inOrder(map[key], order)]));
}
