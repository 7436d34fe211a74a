import { ApiObject, App, Chart } from 'cdk8s';
import { readApp } from '../../lib/manifests/manifest';
import { missingNamespaces } from '../../lib/manifests/namespaces';

function missing(define: (app: App) => void): readonly object[] {
  const app = new App({ outdir: '/nonexistent' });
  define(app);
  return missingNamespaces(readApp(app));
}

function config(app: App, id: string, namespace?: string): void {
  new ApiObject(new Chart(app, id, { namespace }), 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
}

test('each namespace that objects are in is made once, with Pod Security at its strictest', () => {
  const labels = {
    'pod-security.kubernetes.io/audit': 'restricted',
    'pod-security.kubernetes.io/enforce': 'restricted',
    'pod-security.kubernetes.io/warn': 'restricted',
  };
  const namespaces = missing((app) => {
    config(app, 'a', 'orders');
    config(app, 'b', 'prices');
    config(app, 'c', 'orders');
  });
  expect(namespaces).toEqual([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'orders', labels } },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prices', labels } },
  ]);
});

test('a namespace that the app makes itself is not made again', () => {
  const namespaces = missing((app) => {
    config(app, 'a', 'orders');
    new ApiObject(new Chart(app, 'b'), 'namespace', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'orders' },
    });
  });
  expect(namespaces).toEqual([]);
});

test('objects without a namespace need none', () => {
  expect(missing((app) => config(app, 'a'))).toEqual([]);
});
