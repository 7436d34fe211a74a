import { ApiObject, App, type AppProps, Chart, YamlOutputType } from 'cdk8s';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { readApp } from '../../lib/manifests/manifest';
import { manifestFiles } from '../../lib/manifests/write-manifests';

type Define = (app: App) => void;

function filesOf(define: Define, props: AppProps = {}, namespaces: readonly object[] = []) {
  const app = new App({ outdir: '/nonexistent', ...props });
  define(app);
  return manifestFiles(app, readApp(app), namespaces);
}

function pathsOf(define: Define, props: AppProps = {}): readonly string[] {
  return filesOf(define, props).map(({ path }) => path);
}

function config(chart: Chart, name: string, namespace = chart.namespace, data = {}): void {
  new ApiObject(chart, `${namespace}-${name}`, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace },
    data,
  });
}

const twoCharts: Define = (app) => {
  const orders = new Chart(app, 'orders', { namespace: 'orders' });
  config(orders, 'api');
  config(orders, 'web');
  config(new Chart(app, 'prices', { namespace: 'prices' }), 'api');
};

const dependent: Define = (app) => {
  const first = new Chart(app, 'first');
  config(first, 'a');
  const second = new Chart(app, 'second');
  config(second, 'b');
  first.addDependency(second);
};

describe('files are cut and named as cdk8s does:', () => {
  const outputs: readonly (readonly [string, YamlOutputType, readonly string[]])[] = [
    ['one for the app', YamlOutputType.FILE_PER_APP, ['app.k8s.yaml']],
    ['one for each chart', YamlOutputType.FILE_PER_CHART, ['orders.k8s.yaml', 'prices.k8s.yaml']],
    [
      'one for each object',
      YamlOutputType.FILE_PER_RESOURCE,
      ['ConfigMap.orders.api.k8s.yaml', 'ConfigMap.orders.web.k8s.yaml', 'ConfigMap.prices.api.k8s.yaml'],
    ],
    [
      'a folder for each chart with a file for each object',
      YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
      [
        'orders/ConfigMap.orders.api.k8s.yaml',
        'orders/ConfigMap.orders.web.k8s.yaml',
        'prices/ConfigMap.prices.api.k8s.yaml',
      ],
    ],
  ];
  test.each(outputs)('%s', (_, yamlOutputType, paths) => {
    expect(pathsOf(twoCharts, { yamlOutputType })).toEqual(paths);
  });

  test('with the extension that the app has', () => {
    expect(pathsOf(twoCharts, { outputFileExtension: '.yaml' })).toEqual(['orders.yaml', 'prices.yaml']);
  });

  test('with numbers where one chart depends on another', () => {
    const folders = YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
    expect(pathsOf(dependent)).toEqual(['0001-second.k8s.yaml', '0002-first.k8s.yaml']);
    expect(pathsOf(dependent, { yamlOutputType: folders })).toEqual([
      '0001-second/ConfigMap.b.k8s.yaml',
      '0002-first/ConfigMap.a.k8s.yaml',
    ]);
  });
});

test('the namespaces come first, in a file whose name comes before all others', () => {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'orders' } };
  expect(filesOf(dependent, {}, [namespace])[0]).toEqual({
    path: '0000-namespaces.k8s.yaml',
    content: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: orders\n',
  });
});

test('a file holds its objects one after the other, divided by a line', () => {
  expect(filesOf(twoCharts)[0]?.content).toBe(`apiVersion: v1
kind: ConfigMap
metadata:
  name: api
  namespace: orders
data: {}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: orders
data: {}
`);
});

test.each([YamlOutputType.FILE_PER_RESOURCE, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE])(
  'objects whose files would have one name are all written (output type %i)',
  (yamlOutputType) => {
    const files = filesOf(
      (app) => {
        const chart = new Chart(app, 'chart');
        config(chart, 'api', 'a');
        config(chart, 'a.api');
        config(chart, 'system:x');
        config(chart, 'systemx');
      },
      { yamlOutputType },
    );
    const names = files.flatMap(({ content }) => parseAllDocuments(content).map((one) => one.toJS().metadata.name));
    expect(names.sort()).toEqual(['a.api', 'api', 'system:x', 'systemx']);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  },
);

test.each(['1.1', '1.2'] as const)('a reader of YAML %s reads the very objects back', (version) => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('yes', '012', '1e3', 'a: b\n- c\n', '"'));
  const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant([]), fc.constant({}));
  // cdk8s takes an own `__proto__` for a prototype, and refuses or loses it.
  const key = text.filter((name) => name !== '__proto__');
  const data = fc.dictionary(key, value, { noNullPrototype: true });
  fc.assert(
    fc.property(fc.array(data, { minLength: 1, maxLength: 3 }), (configs) => {
      const app = new App({ outdir: '/nonexistent' });
      const chart = new Chart(app, 'chart');
      for (const [index, data] of configs.entries()) config(chart, `config-${index}`, undefined, data);
      const manifests = readApp(app);
      const [file] = manifestFiles(app, manifests, []);
      const documents = parseAllDocuments(file?.content ?? '', { version });
      expect(documents.map((document) => document.toJS())).toEqual(manifests.map(({ object }) => object));
    }),
  );
});
