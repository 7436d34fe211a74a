import { TandemApp } from 'cdk8s-tandem';
import {
  Compose,
  cannotConnect,
  connects,
  expectParity,
  Manifests,
  Match,
  snapshotSerializer,
} from 'cdk8s-tandem/testing';
import { dataPlatform } from '../../apps/data-platform';

expect.addSnapshotSerializer(snapshotSerializer);

const app = new TandemApp();
dataPlatform(app);
const manifests = Manifests.from(app);
const compose = Compose.from(app);

test('the laptop runs what the cluster runs', () => {
  expectParity(app);
});

test('the API and the nightly load use the database, and not each other', () => {
  connects('api', 'mongo', 27017, app);
  connects('nightly-load', 'mongo', 27017, app);
  cannotConnect('nightly-load', 'api', 8000, app);
  cannotConnect('api', 'nightly-load', undefined, app);
});

test('the database calls nobody', () => {
  manifests.cannotConnect('mongo', 'api');
  manifests.cannotConnect('mongo', 'nightly-load');
  compose.hasNetwork('api_mongo', { internal: true });
  compose.hasNetwork('nightly-load_mongo', { internal: true });
});

test('the nightly load alone leaves the cluster, and by HTTPS', () => {
  const outside = Match.objectLike({ ports: [{ port: 443 }], to: [{ ipBlock: Match.anyValue() }] });
  const out = { spec: { egress: Match.arrayWith([outside]) } };
  manifests.resourceCountIs('NetworkPolicy', 1, out);
  manifests.hasResource('NetworkPolicy', out, { name: 'nightly-load' });
});

test.each([
  ['api', '512Mi'],
  ['nightly-load', '512Mi'],
])('%s has %s of memory at most, and a limit on processors', (workload, memory) => {
  expect(manifests.container(workload).resources).toEqual(
    Match.objectLike({ limits: { memory, cpu: expect.any(String) } }),
  );
});

test('each workload runs as nobody in particular, and writes to nothing of its image', () => {
  for (const container of [
    manifests.container('api'),
    manifests.container('nightly-load'),
    manifests.container('mongo', 'mongod'),
  ]) {
    expect(container.securityContext).toEqual(
      Match.objectLike({ readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } }),
    );
  }
  compose.allServices({ read_only: true, cap_drop: ['ALL'], privileged: Match.absent() });
});

test('no secret is in a manifest, and passwords come from Secrets', () => {
  manifests.lacksResource('Secret');
  const password = {
    name: 'MONGO_URL_PASSWORD',
    valueFrom: { secretKeyRef: { name: 'mongo-secrets', key: 'app-password' } },
  };
  for (const workload of ['api', 'nightly-load']) {
    expect(manifests.container(workload).env).toEqual(expect.arrayContaining([Match.objectLike(password)]));
  }
});

test('the load runs at a quarter past two in Madrid, one at a time', () => {
  manifests.hasResourceSpec('CronJob', {
    schedule: '15 2 * * *',
    timeZone: 'Europe/Madrid',
    concurrencyPolicy: 'Forbid',
  });
});

test('a rollout takes away no API before another is ready', () => {
  manifests.hasResourceSpec('Deployment', { replicas: 3, strategy: { rollingUpdate: { maxUnavailable: 0 } } });
});

test('on a laptop the API is at a port of this machine alone', () => {
  expect(compose.findServices({ ports: Match.anyValue() })).toEqual({
    api: Match.objectLike({ ports: [Match.stringLikeRegexp('^127\\.0\\.0\\.1:')] }),
  });
});

test('who may talk to whom is reviewed', () => {
  expect(manifests.findResources('NetworkPolicy')).toMatchSnapshot();
});
