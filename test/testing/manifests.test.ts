import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { App, Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { allowSecret, DataApi, EtlCronJob, StatefulMongo, TandemApp } from 'cdk8s-tandem';
import { Compose, expectMatch, Manifests, Match, SynthesisError } from 'cdk8s-tandem/testing';

function platform(app = new TandemApp()) {
  const orders = new Chart(app, 'orders', { namespace: 'orders' });
  const mongo = new StatefulMongo(orders, 'mongo', { storage: Size.gibibytes(20) });
  const api = new DataApi(orders, 'api', { image: 'ghcr.io/acme/api:1.2.3', env: { MONGO_URL: mongo.url() } });
  const billing = new Chart(app, 'billing', { namespace: 'billing' });
  const load = new EtlCronJob(billing, 'load', { image: 'ghcr.io/acme/etl:2', schedule: '0 1 * * *', timeZone: 'UTC' });
  return { app, orders, billing, mongo, api, load };
}

const { app, orders, billing, api, load } = platform();
const manifests = Manifests.from(app);

function failure(ask: () => unknown): string {
  try {
    ask();
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
}

test('objects are found by kind, look, name, namespace and construct', () => {
  expect(manifests.findResources('Deployment').map(({ metadata }) => metadata.name)).toEqual(['api']);
  expect(manifests.findResources('batch/v1/CronJob', {}, { namespace: 'billing' })).toHaveLength(1);
  expect(manifests.findResources('batch/v1beta1/CronJob')).toEqual([]);
  expect(manifests.findResources('NetworkPolicy', {}, { construct: load })).toHaveLength(1);
  expect(manifests.findResources('NetworkPolicy', {}, { construct: 'orders/api' })).toHaveLength(1);
  expect(manifests.getResource('StatefulSet', { name: 'mongo' }).spec.replicas).toBe(1);
  manifests.hasResource('Deployment', { spec: { replicas: 3 } });
  manifests.hasResourceSpec('Deployment', { strategy: { rollingUpdate: { maxUnavailable: 0 } } }, { construct: api });
  manifests.resourceCountIs('NetworkPolicy', 3);
  manifests.resourceCountIs('NetworkPolicy', 1, { metadata: { namespace: 'billing' } });
  manifests.lacksResource('Secret');
  manifests.lacksResource('Service', { spec: { type: 'LoadBalancer' } });
  manifests.allResources('NetworkPolicy', { spec: { policyTypes: ['Ingress', 'Egress'] } });
});

test('the namespaces that synth adds are there', () => {
  manifests.allResources('Namespace', {
    metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
  });
  expect(Manifests.from(billing).findResources('Namespace')).toHaveLength(1);
  Manifests.from(platform(new TandemApp({ namespaces: false })).app).lacksResource('Namespace');
});

test('a chart has its own objects, and those of the charts in it', () => {
  const app = new App();
  const outer = new Chart(app, 'outer', { namespace: 'outer' });
  new DataApi(new Chart(outer, 'inner', { namespace: 'inner' }), 'web', { image: 'acme/web:1' });
  new DataApi(new Chart(app, 'other', { namespace: 'other' }), 'web', { image: 'acme/web:1' });
  expect(
    Manifests.from(outer)
      .findResources('Deployment')
      .map(({ metadata }) => metadata.namespace),
  ).toEqual(['inner']);
});

test('a container is found by its workload and its name', () => {
  expect(manifests.container(api)).toEqual(
    Match.objectLike({ image: 'ghcr.io/acme/api:1.2.3', securityContext: { readOnlyRootFilesystem: true } }),
  );
  expect(manifests.container('mongo', 'rs-config').image).toBe('mongo:7.0.15');
  expect(manifests.container('billing/load').name).toBe('load');
  expect(failure(() => manifests.container('mongo'))).toBe(
    'StatefulSet orders/mongo has 3 containers: mongod, rs-config, prepare. Say which.',
  );
  expect(failure(() => manifests.container('mongo', 'rs-confg'))).toBe(
    'StatefulSet orders/mongo has no container rs-confg. Did you mean rs-config? It has: mongod, rs-config, prepare.',
  );
  expect(failure(() => manifests.container('apy'))).toBe(
    'There is no workload apy. Did you mean api? There are: orders/mongo, orders/api, billing/load.',
  );
  expect(failure(() => manifests.container(orders))).toBe(
    'orders has 2 workloads: orders/mongo, orders/api. Say which.',
  );
});

test('a failure shows the closest match, where it differs, and what there is', () => {
  const ask = () =>
    manifests.hasResource('NetworkPolicy', { metadata: { name: 'api' }, spec: { policyTypes: ['Egress'] } });
  expect(failure(ask)).toBe(
    [
      'No NetworkPolicy is as expected, of 3: orders/mongo, orders/api, billing/load.',
      '',
      'NetworkPolicy orders/api (of orders/api/policy/network-policy) differs:',
      '',
      '  spec/policyTypes/0',
      '    expected  "Egress"',
      '    got       "Ingress"',
      '  spec/policyTypes/1',
      '    expected  nothing more',
      '    got       "Egress"',
    ].join('\n'),
  );
});

test('of a kind or a name that is not there, a failure says what is', () => {
  expect(failure(() => manifests.hasResource('Deploymnet', {}))).toMatch(
    /^There is no Deploymnet\. Did you mean Deployment\? The kinds here are: ConfigMap, CronJob, Deployment, /,
  );
  expect(failure(() => manifests.getResource('Deployment', { name: 'web', namespace: 'orders' }))).toBe(
    'There is no Deployment web in namespace orders. Of that kind there are: orders/api.',
  );
  expect(failure(() => manifests.resourceCountIs('Deployment', 2))).toBe(
    'Expected 2 of Deployment, got 1: orders/api.',
  );
  expect(failure(() => manifests.lacksResource('CronJob'))).toBe(
    'No CronJob was expected to be like this, and is: billing/load.',
  );
  expect(failure(() => manifests.getResource('NetworkPolicy'))).toMatch(
    /^There are 3 of NetworkPolicy: .* Say which\.$/,
  );
  expect(failure(() => manifests.allResources('Service', { spec: { clusterIP: 'None' } }))).toMatch(
    /^2 of 3 of Service are not as expected\.\n\nService orders\/mongo \(of [^)]*\) differs:/,
  );
});

test('no failure shows a secret, neither of a Secret nor one that stands elsewhere', () => {
  const app = new App();
  const chart = new Chart(app, 'orders', { namespace: 'orders' });
  const secret = new kplus.Secret(chart, 'keys', { metadata: { name: 'keys' }, stringData: { key: 'hunter2' } });
  allowSecret(secret, 'a test');
  new kplus.ConfigMap(chart, 'config', { metadata: { name: 'config' }, data: { url: 'mongodb://me:hunter2@db/x' } });
  const own = Manifests.from(app);
  const failures = [
    failure(() => own.hasResource('Secret', { stringData: { key: 'hunter3' } })),
    failure(() => own.hasResource('Secret', { stringData: { other: 'hunter3' } })),
    failure(() => own.hasResource('Secret', { stringData: Match.objectEquals({}) })),
    failure(() => own.hasResource('Secret', { stringData: 'hunter3' })),
    failure(() => own.hasResource('ConfigMap', { data: { url: 'x' } })),
    failure(() => own.hasResource('ConfigMap', { data: 'x' })),
    failure(() => expectMatch(own.getResource('Secret'), { stringData: { key: 'hunter3' } })),
    failure(() => expectMatch({ env: [{ name: 'DB_PASSWORD', value: 'hunter2' }] }, { env: [{ value: 'x' }] })),
  ];
  expect(failures.join('\n')).toContain('(hidden)');
  expect(failures.join('\n')).not.toContain('hunter');
});

test('a wrong app throws what synth throws', () => {
  const wrong = () => {
    const app = new TandemApp({ outdir: '/nonexistent' });
    new DataApi(new Chart(app, 'orders'), 'api', { image: 'ghcr.io/acme/api' });
    return app;
  };
  const app = wrong();
  expect(() => Manifests.from(app)).toThrow(SynthesisError);
  expect(failure(() => Manifests.from(app))).toBe(failure(() => wrong().synth()));
});

test('an app is synthesized once, and refused when it has grown since', () => {
  const { app, orders } = platform();
  const [one, other] = [Manifests.from(app), Manifests.from(orders)];
  expect(one.getResource('Deployment')).toBe(other.getResource('Deployment'));
  new DataApi(orders, 'web', { image: 'acme/web:1' });
  expect(failure(() => Manifests.from(app))).toMatch(
    /^The app has \d+ constructs and had \d+ when a test first asked about it\. An app is synthesized once: ask when it is/,
  );
});

test('what is neither app nor chart nor folder is refused', () => {
  expect(failure(() => Manifests.from(api as never))).toBe(
    'Manifests.from takes an App, a Chart or a folder, got the construct orders/api.',
  );
  expect(failure(() => Manifests.from(undefined as never))).toBe(
    'Manifests.from takes an App, a Chart or a folder, got undefined.',
  );
  expect(failure(() => Compose.from(orders as never))).toBe(
    'Compose.from takes an App, whose charts have one file together, got the construct orders.',
  );
});

test('a misspelt kind is absent from every app: it is refused, whatever is asked of it', () => {
  const all = 'The kinds here are: ConfigMap, CronJob, Deployment, ';
  for (const ask of [
    () => manifests.lacksResource('Deploymnet'),
    () => manifests.resourceCountIs('deployment', 0),
    () => manifests.findResources('deployment'),
  ]) {
    expect(failure(ask)).toMatch(
      /^There is no [dD]eploym\w+\. Did you mean Deployment\? The kinds here are: ConfigMap, /,
    );
  }
  expect(failure(() => manifests.lacksResource('Secrets'))).toContain(
    `There is no Secrets. Did you mean Secret? ${all}`,
  );
  for (const kind of ['Secret', 'Pod', 'Job', 'ServiceMonitor', 'Route', 'Node', 'acme.io/v1/Deploymnet']) {
    expect(failure(() => manifests.lacksResource(kind))).toBe('none');
  }
});

test('a chart without an app is refused', () => {
  expect(failure(() => Manifests.from(new Chart(undefined as never, 'alone')))).toBe(
    'The chart alone is in no App: there is nothing to synthesize.',
  );
});

test('nothing is written, neither here nor into temporary folders', () => {
  const folders = () =>
    [process.cwd(), tmpdir()].map((folder) => readdirSync(folder).filter((name) => !/jest|swc/.test(name)));
  const before = folders();
  const mkdtemp = jest.spyOn(require('node:fs'), 'mkdtempSync');
  const write = jest.spyOn(require('node:fs'), 'writeFileSync');
  Manifests.from(platform().app).hasResource('Deployment');
  expect([mkdtemp, write].flatMap(({ mock }) => mock.calls)).toEqual([]);
  expect(folders()[0]).toEqual(before[0]);
  mkdtemp.mockRestore();
  write.mockRestore();
});

test('a construct of another app is not taken for the one with its path here', () => {
  const other = platform();
  const refused = 'The construct orders/api is of another app than the one that is asked.';
  expect(failure(() => manifests.container(other.api))).toBe(refused);
  expect(failure(() => manifests.findResources('Deployment', {}, { construct: other.api }))).toBe(refused);
  expect(failure(() => manifests.connects(api, other.api, 8000))).toBe(refused);
  expect(failure(() => Compose.from(app).service(other.api))).toBe(refused);
});

test('what is handed out cannot be changed: the next test sees the same', () => {
  const changes = [
    () => Object.assign(manifests.getResource('Deployment').spec, { replicas: 9 }),
    () => Object.assign(manifests.findResources('Deployment')[0]?.metadata.labels ?? {}, { team: 'x' }),
    () => manifests.resources[0] && Object.assign(manifests.resources[0], { kind: 'x' }),
    () => Object.assign(manifests.container('api'), { image: 'x' }),
    () => Object.assign(manifests.container('api').env?.[0] ?? {}, { name: 'x' }),
    () => Object.assign(Compose.from(app).service('api'), { image: 'x' }),
    () => Object.assign(Compose.from(app).findServices().api?.cap_drop, ['x']),
  ];
  for (const change of changes) expect(failure(change)).toMatch(/read only|not extensible/);
  expect(manifests.getResource('Deployment')).toBe(manifests.getResource('Deployment'));
});

test('a resource is of any shape, or of the type that is said', () => {
  interface Deployment {
    readonly spec: { readonly replicas: number };
  }
  const replicas: number = manifests.getResource<Deployment>('Deployment').spec.replicas;
  const all: readonly Deployment[] = manifests.findResources<Deployment>('Deployment');
  // @ts-expect-error the type has no such field
  expect(manifests.getResource<Deployment>('Deployment').spec.paused).toBeUndefined();
  expect([replicas, all.length, manifests.container<{ readonly tty?: boolean }>('api').tty]).toEqual([3, 1, undefined]);
});

test('objects are found by three words: another, or what is no name, is refused and not every object meant', () => {
  const found = (where: unknown) => failure(() => manifests.findResources('Deployment', {}, where as never));
  expect(found({ nmae: 'api' })).toBe(
    'Objects are found by name, namespace and construct, not by nmae. Did you mean name?',
  );
  expect(found({ labels: { a: 'b' } })).toBe('Objects are found by name, namespace and construct, not by labels.');
  expect(found('api')).toBe(
    'Which objects are meant is said by name, namespace and construct, such as { name: \'api\' }, and not by "api".',
  );
  expect(found(null)).toContain('and not by null.');
  expect(found({ name: /api/ })).toBe('The name by which objects are found is no text, but an instance of RegExp.');
  expect(found({ construct: 3 })).toBe('The construct by which objects are found is no text and no construct, but 3.');
  expect(failure(() => manifests.lacksResource('Secret', {}, { nmae: 'x' } as never))).toContain('Did you mean name?');
  expect(found({ name: undefined, construct: api })).toBe('none');
});
