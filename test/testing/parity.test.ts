import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { allowDifference, allowSecret, DataApi } from 'cdk8s-tandem';
import { expectParity } from 'cdk8s-tandem/testing';
import { synthesize } from '../../lib/app';
import { carried } from '../../lib/equivalence/carried';
import { mismatches } from '../../lib/equivalence/equivalence';
import { line } from '../../lib/testing/parity';
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
    spec: { madeUp: 1 },
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
