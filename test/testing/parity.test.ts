import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { allowDifference, allowSecret, DataApi } from 'cdk8s-tandem';
import { expectParity } from 'cdk8s-tandem/testing';
import { synthesize } from '../../lib/app';
import { carried } from '../../lib/equivalence/carried';
import { mismatches } from '../../lib/equivalence/equivalence';
import { line, unlike } from '../../lib/testing/parity';
import { apps } from '../proofs/apps';

function made(define: (app: App) => void): App {
  const app = new App({ outdir: '/nonexistent' });
  define(app);
  return app;
}

const { customResources: _, includedYaml: __, ...explained } = apps;

test.each(Object.entries(explained))('%s: both outputs say the same', (_, define) => {
  expectParity(made(define));
});

const unknown = (chart: Chart) =>
  new ApiObject(chart, 'thing', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'thing' },
    spec: { madeUp: 1, ports: [{ port: 80 }] },
  } as never);

test('a difference that nobody has explained fails, until somebody does', () => {
  expect(() => expectParity(made((app) => unknown(new Chart(app, 'chart'))))).toThrow(
    "  chart/thing spec/madeUp\n    is dropped and nobody has said why: allowDifference(construct, 'spec/madeUp', 'why')",
  );
  expectParity(made((app) => allowDifference(unknown(new Chart(app, 'chart')), 'spec/madeUp', 'nothing reads it')));
});

test('a place where the two differ is said with both values, but for those that may be secrets', () => {
  const app = made((app) => {
    new DataApi(new Chart(app, 'orders', { namespace: 'orders' }), 'api', { image: 'acme/api:1', env: { A: 'a' } });
  });
  const said = carried(synthesize(app, {}).reading);
  const { api } = said.services;
  if (!api) throw new Error('no api');
  const bent = { ...api, restart: 'no', environment: { ...api.environment, A: 'hunter2' } };
  const found = mismatches(said, { ...said, services: { ...said.services, api: bent } });
  expect(found.map(line)).toEqual([
    '  services/api/environment/A\n    manifests  (hidden)\n    compose    (hidden)',
    '  services/api/restart\n    manifests  "unless-stopped"\n    compose    "no"',
  ]);
});

test('a file of the laptop with another mode is noticed, be another mode among the differences or not', () => {
  const volume = (name: string, defaultMode: number) => ({ name, configMap: { name: 'files', defaultMode } });
  const mounts = ['open', 'closed', 'programs'].map((name) => ({ name, mountPath: `/${name}` }));
  const output = synthesize(
    made((app) => {
      const chart = new Chart(app, 'chart', { namespace: 'orders' });
      const data = { 'run.sh': '#!/bin/sh' };
      new ApiObject(chart, 'files', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'files' }, ...{ data } });
      const spec = {
        containers: [{ name: 'main', image: 'acme/tool:1', volumeMounts: mounts }],
        volumes: [volume('open', 0o644), volume('closed', 0o400), volume('programs', 0o755)],
      };
      new ApiObject(chart, 'tool', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'tool' }, ...{ spec } });
    }),
    {},
  );
  expect(unlike(output)).toEqual([]);
  const flipped = output.rendered.assets.map((asset) =>
    'executable' in asset ? { ...asset, executable: !asset.executable } : asset,
  );
  const bent = { ...output, rendered: { ...output.rendered, assets: flipped } };
  expect(unlike(bent).map(line)).toEqual([
    '  services/tool/mounts/~1open~1run.sh/executable\n    manifests  false\n    compose    true',
    '  services/tool/mounts/~1closed~1run.sh/executable\n    manifests  false\n    compose    true',
    '  services/tool/mounts/~1programs~1run.sh/executable\n    manifests  true\n    compose    false',
  ]);
});

test('secrets that the app itself makes are held against each other, too', () => {
  expectParity(
    made((app) => {
      const chart = new Chart(app, 'orders', { namespace: 'orders' });
      const secret = new kplus.Secret(chart, 'keys', { metadata: { name: 'keys' }, stringData: { key: 'hunter2' } });
      allowSecret(secret, 'a test');
      const api = new DataApi(chart, 'api', { image: 'acme/api:1' });
      api.deployment.addJsonPatch(
        JsonPatch.add('/spec/template/spec/containers/0/env', [
          { name: 'KEY', valueFrom: { secretKeyRef: { name: 'keys', key: 'key' } } },
        ]),
      );
    }),
  );
});
