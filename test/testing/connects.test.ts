import { join } from 'node:path';
import { ApiObject, App, Chart, Size } from 'cdk8s';
import { DataApi, EtlCronJob, StatefulMongo, TandemApp } from 'cdk8s-tandem';
import { Compose, cannotConnect, connects, Manifests } from 'cdk8s-tandem/testing';
import { dataPlatform } from '../../apps/data-platform';
import { synthesize } from '../../lib/app';
import { ClusterDoors } from '../../lib/testing/cluster-doors';
import { readManifests } from '../../lib/workloads/read-manifests';
import { apps } from '../proofs/apps';
import { inFolder, written } from '../synthesis';
import { deployment, manifestsOf, networkPolicy } from '../workloads/manifests';

const app = new TandemApp();
const orders = new Chart(app, 'orders', { namespace: 'orders' });
const mongo = new StatefulMongo(orders, 'mongo', { storage: Size.gibibytes(20) });
const api = new DataApi(orders, 'api', { image: 'acme/api:1', env: { MONGO_URL: mongo.url() } });
const load = new EtlCronJob(orders, 'load', { image: 'acme/etl:1', schedule: '0 1 * * *', timeZone: 'UTC' });

test('who refers to another may talk to it on both targets, and nobody else', () => {
  connects(api, mongo, 27017);
  connects('api', mongo, 27017);
  connects('orders/api', 'mongo', 27017, app);
  cannotConnect(load, mongo);
  cannotConnect(load, mongo, 27017);
  cannotConnect('load', 'api', undefined, app);
});

test('what both targets let, or both refuse, is said of both', () => {
  expect(() => connects(load, mongo, 27017)).toThrow(
    'Kubernetes: orders/load cannot reach port 27017 of orders/mongo: NetworkPolicy orders/load has no rule for that on the way out.\n' +
      'Compose: load cannot reach mongo: they share no network. load is on none, mongo is on api_mongo.',
  );
  expect(() => cannotConnect(api, mongo)).toThrow(
    'Kubernetes: orders/api can reach port 27017 of orders/mongo: NetworkPolicies let it.\n' +
      'Compose: api can reach mongo on api_mongo. A Compose network has no direction and closes no port: ',
  );
});

test('a direction that a cluster alone closes is no closed door of both', () => {
  expect(() => cannotConnect(mongo, api)).toThrow(/^Compose: mongo can reach api on api_mongo\./);
  Manifests.from(app).cannotConnect(mongo, api);
  Compose.from(app).connects(mongo, api);
});

test('a door that nobody has is no closed door', () => {
  expect(() => cannotConnect(load, mongo, 27018)).toThrow('orders/mongo declares no port 27018. Its ports are: 27017.');
  expect(() => cannotConnect(load, 'mongoo')).toThrow('There is no workload mongoo. Did you mean mongo?');
  expect(() => connects(api, orders, 1)).toThrow(
    'orders has 3 workloads: orders/mongo, orders/api, orders/load. Say which.',
  );
});

test('two names, two apps and no app are said', () => {
  expect(() => connects('api', 'mongo', 1)).toThrow(
    'Two names are of no app: pass a construct, or the app as the last',
  );
  expect(() => connects(api, new Chart(new App(), 'other'), 1)).toThrow('The two constructs are in two apps.');
});

test('a folder of manifests is asked, too', () => {
  inFolder((folder) => {
    written(folder, dataPlatform);
    const manifests = Manifests.from(join(folder, 'dist'));
    manifests.connects('nightly-load', 'mongo', 27017);
    manifests.cannotConnect('nightly-load', 'api');
  });
});

test('the other end may be in another chart', () => {
  const app = new TandemApp();
  const data = new Chart(app, 'data', { namespace: 'data' });
  const mongo = new StatefulMongo(data, 'mongo', { storage: Size.gibibytes(1) });
  const web = new Chart(app, 'web', { namespace: 'web' });
  new DataApi(web, 'api', { image: 'acme/api:1', env: { URL: mongo.url() } });
  Manifests.from(web).connects('api', 'data/mongo', 27017);
});

function doors(policy: object, server: object = { ports: [{ containerPort: 80, name: 'http' }] }): ClusterDoors {
  const manifests = manifestsOf(
    deployment('a'),
    deployment('b', { containers: [{ name: 'main', image: 'acme/b:1', ...server }] }),
    networkPolicy('b', { podSelector: { matchLabels: { app: 'b' } }, ...policy }),
  );
  return new ClusterDoors(manifests, readManifests(manifests, []).workloads);
}

const fromA = { from: [{ podSelector: { matchLabels: { app: 'a' } } }] };

test.each([
  ['no ports', [fromA], true],
  ['its number', [{ ...fromA, ports: [{ port: 80 }] }], true],
  ['another number', [{ ...fromA, ports: [{ port: 81 }] }], false],
  ['its name', [{ ...fromA, ports: [{ port: 'http' }] }], true],
  ['another name', [{ ...fromA, ports: [{ port: 'metrics' }] }], false],
  ['a range', [{ ...fromA, ports: [{ port: 70, endPort: 90 }] }], true],
  ['a range above', [{ ...fromA, ports: [{ port: 81, endPort: 90 }] }], false],
  ['another protocol', [{ ...fromA, ports: [{ port: 80, protocol: 'UDP' }] }], false],
  ['every port of a protocol', [{ ...fromA, ports: [{ protocol: 'TCP' }] }], true],
  ['everybody', [{}], true],
  ['nobody', [], false],
  ['others', [{ from: [{ podSelector: { matchLabels: { app: 'c' } } }] }], false],
  ['addresses', [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }], false],
  ['pods of another namespace', [{ from: [{ namespaceSelector: { matchLabels: { team: 'x' } } }] }], false],
  ['pods of any namespace', [{ from: [{ namespaceSelector: {} }] }], true],
])('a rule for %s opens the port, or does not', (_, ingress, opens) => {
  const asked = doors({ policyTypes: ['Ingress'], ingress });
  if (opens) {
    asked.connects('a', 'b', 80);
    expect(() => asked.cannotConnect('a', 'b')).toThrow('orders/a can reach port 80 of orders/b');
  } else {
    asked.cannotConnect('a', 'b');
    expect(() => asked.connects('a', 'b', 80)).toThrow('NetworkPolicy orders/b has no rule for that on the way in');
  }
});

test('of a pod that declares no ports, any that a rule names is an open door', () => {
  const rule = [{ ...fromA, ports: [{ port: 9999 }] }];
  expect(() => doors({ ingress: rule }, {}).cannotConnect('a', 'b')).toThrow('orders/a can reach a port of orders/b');
  doors({ ingress: rule }, {}).cannotConnect('a', 'b', 80);
  doors({ ingress: [] }, {}).cannotConnect('a', 'b');
});

/** Claim: what is asked port by port is never open where the reading that Compose has sees no connection. */
test.each(Object.entries(apps))('%s: who can reach a port is connected as Compose has it', (_, define) => {
  const app = new App({ outdir: '/nonexistent' });
  define(app);
  const { manifests, reading } = synthesize(app, {});
  const { workloads, connections } = reading;
  const asked = new ClusterDoors(manifests, workloads);
  const name = (one: (typeof workloads)[number]) => `${one.namespace}/${one.name}`;
  const isOpen = (one: string, other: string) => {
    try {
      asked.cannotConnect(one, other);
      return false;
    } catch {
      return true;
    }
  };
  const few = workloads
    .slice(0, 12)
    .filter((one) => workloads.filter((other) => name(other) === name(one)).length === 1);
  const open = few.flatMap((client) =>
    few
      .filter((server) => server !== client && isOpen(name(client), name(server)))
      .map((server) => ({ client, server })),
  );
  const isConnected = ({ client, server }: (typeof open)[number]) =>
    (connections.open.has(client) && connections.open.has(server)) ||
    connections.pairs.some((pair) => pair.client === client && pair.server === server);
  expect(
    open.filter((pair) => !isConnected(pair)).map(({ client, server }) => `${name(client)} ${name(server)}`),
  ).toEqual([]);
});

test('a made up object that is no pod owner is nobody to connect to', () => {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'orders' });
  const object = new ApiObject(chart, 'thing', {
    apiVersion: 'acme.io/v1',
    kind: 'Thing',
    metadata: { name: 'thing' },
  });
  expect(() => connects(object, object, 1)).toThrow('There is no workload chart/thing. There are: none.');
});
