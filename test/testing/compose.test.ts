import { Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { DataApi, local, StatefulMongo, TandemApp } from 'cdk8s-tandem';
import { Compose, Match } from 'cdk8s-tandem/testing';

const app = new TandemApp();
const orders = new Chart(app, 'orders', { namespace: 'orders' });
const mongo = new StatefulMongo(orders, 'mongo', { storage: Size.gibibytes(20) });
const api = new DataApi(orders, 'api', {
  image: 'ghcr.io/acme/api:1.2.3',
  env: { MONGO_URL: mongo.url(), PRICE: '$5' },
  local: { publish: 8000 },
});
const compose = Compose.from(app);

test('services are found as any reader of the file sees them', () => {
  expect(compose.service(api)).toEqual(
    Match.objectLike({
      ports: ['127.0.0.1:${API_PORT:-8000}:8000'],
      environment: { PRICE: '$$5' },
      env_file: ['./.tandem/env/api.env'],
      cap_drop: ['ALL'],
    }),
  );
  expect(compose.service(mongo).hostname).toBe('mongo-0');
  expect(Object.keys(compose.findServices({ image: Match.stringLikeRegexp('^mongo:') }))).toEqual([
    'mongo-volumes',
    'mongo-prepare',
    'mongo',
    'mongo-rs-config',
  ]);
  compose.hasService('mongo', { depends_on: { 'mongo-prepare': { condition: 'service_completed_successfully' } } });
  compose.allServices({ read_only: true, security_opt: ['no-new-privileges:true'] });
  compose.lacksService({ privileged: true });
  compose.serviceCountIs(5);
  compose.serviceCountIs(1, { ports: Match.anyValue() });
  compose.hasVolume('data-mongo-0');
  compose.hasNetwork('api_mongo', { internal: true });
  expect(compose.text).toMatch(/^# Written by cdk8s-tandem/);
});

test.each([
  [
    () => compose.service('apy'),
    /^The Compose file has no apy in services\. Did you mean api\? There are: mongo-volumes, /,
  ],
  [() => compose.hasNetwork('api_redis'), /^The Compose file has no api_redis in networks\. There are: /],
  [
    () => compose.hasService(api, { image: 'x', ports: Match.absent() }),
    'api of services differs:\n\n  image\n    expected  "x"\n    got       "ghcr.io/acme/api:1.2.3"\n  ports\n    expected  nothing\n',
  ],
  [() => compose.serviceCountIs(2, { image: Match.stringLikeRegexp('api') }), 'Expected 2 services, got 1: api.'],
  [() => compose.lacksService({ image: 'mongo:7.0.15', command: Match.anyValue() }), 'and is: mongo.'],
  [() => compose.allServices({ restart: 'unless-stopped' }), 'mongo-volumes of services differs:'],
])('a failure of %s says where and what there is', (ask, message) => {
  expect(ask).toThrow(message);
});

test('a construct of several workloads is asked which', () => {
  expect(() => compose.service(orders)).toThrow('orders has 2 workloads: orders/mongo, orders/api. Say which.');
});

test('of several pods on a laptop a construct means the first', () => {
  const app = new TandemApp();
  const queue = new kplus.StatefulSet(new Chart(app, 'orders', { namespace: 'orders' }), 'queue', {
    metadata: { name: 'queue' },
    containers: [{ image: 'valkey/valkey:8', portNumber: 6379, securityContext: { user: 1000 } }],
  });
  local(queue, { replicas: 2, healthCheck: { exec: ['valkey-cli', 'ping'] } });
  expect(Compose.from(app).service(queue).hostname).toBe('queue-0');
});
