import { ApiObject, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { readApp } from '../../lib/manifests/manifest';

const appOf = () => new App({ outdir: '/nonexistent' });
const config = { apiVersion: 'v1', kind: 'ConfigMap' };

test('a manifest knows its object, and the construct and the chart it came from', () => {
  const app = appOf();
  const chart = new Chart(app, 'orders', { namespace: 'orders' });
  const scope = new Construct(chart, 'api');
  new ApiObject(scope, 'config', { ...config, metadata: { name: 'api' }, data: { MODE: 'live' } });
  expect(readApp(app)).toEqual([
    {
      construct: 'orders/api/config',
      chart,
      apiVersion: 'v1',
      kind: 'ConfigMap',
      namespace: 'orders',
      name: 'api',
      root: expect.objectContaining({ construct: 'orders/api/config', path: [] }),
      object: { ...config, metadata: { name: 'api', namespace: 'orders' }, data: { MODE: 'live' } },
    },
  ]);
});

test('an object without a namespace has an empty one', () => {
  const app = appOf();
  new ApiObject(new Chart(app, 'chart'), 'config', { ...config, metadata: { name: 'api' } });
  expect(readApp(app)[0]?.namespace).toBe('');
});

test('its patches are in it', () => {
  const app = appOf();
  const object = new ApiObject(new Chart(app, 'chart'), 'config', { ...config, data: { MODE: 'live' } });
  object.addJsonPatch(JsonPatch.replace('/data/MODE', 'dry'));
  expect(readApp(app)[0]?.root.at('data', 'MODE').text()).toBe('dry');
});

test('each object is synthesized once', () => {
  const app = appOf();
  let times = 0;
  const data = Lazy.any({ produce: () => ({ times: String(++times) }) });
  new ApiObject(new Chart(app, 'chart'), 'config', { ...config, data });
  expect(readApp(app)[0]?.object.data).toEqual({ times: '1' });
});

test('its name and kind are read, and the rest is not', () => {
  const app = appOf();
  const metadata = { name: 'api', labels: { app: 'api' } };
  new ApiObject(new Chart(app, 'chart'), 'config', { ...config, metadata, data: { MODE: 'live' } });
  expect(readApp(app)[0]?.root.unread().map(String)).toEqual(['metadata/labels/app', 'data/MODE']);
});
