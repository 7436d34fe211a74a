import { Chart, Size } from 'cdk8s';
import { DataApi, StatefulMongo } from 'cdk8s-tandem';
import { composed, objectOf, synthesized } from '../synthesis';

const mongo = (chart: Chart) => new StatefulMongo(chart, 'mongo');
const image = 'ghcr.io/acme/api:1.2.3';

describe('in the cluster', () => {
  const output = synthesized(mongo);
  const set = objectOf(output, 'StatefulSet', 'mongo') as { spec: { template: { spec: Record<string, never[]> } } };
  const containers = [...(set.spec.template.spec.initContainers ?? []), ...(set.spec.template.spec.containers ?? [])];

  test('it is a StatefulSet of one member with a claim of 20Gi', () => {
    expect(set).toMatchObject({
      spec: {
        replicas: 1,
        serviceName: 'mongo-headless',
        podManagementPolicy: 'Parallel',
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '20Gi' } } },
          },
        ],
      },
    });
  });

  test('three containers of one image make a member', () => {
    expect(containers.map(({ name, image }) => ({ name, image }))).toEqual([
      { name: 'prepare', image: 'mongo:7.0.15' },
      { name: 'mongod', image: 'mongo:7.0.15' },
      { name: 'rs-config', image: 'mongo:7.0.15' },
    ]);
  });

  test('mongod asks for a key file and thereby for a login, and half of what is above 1Gi is its cache', () => {
    expect(containers[1]).toMatchObject({
      args: [
        'mongod',
        '--replSet=rs0',
        '--keyFile=/run/mongo/keyfile',
        '--bind_ip_all',
        '--port=27017',
        '--dbpath=/data/db',
        '--wiredTigerCacheSizeGB=0.50',
      ],
      resources: { requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: '1', memory: '2Gi' } },
    });
  });

  test('clients have a Service, and the member a headless one that knows it before it is ready', () => {
    expect(objectOf(output, 'Service', 'mongo')?.spec).not.toHaveProperty('clusterIP');
    expect(objectOf(output, 'Service', 'mongo-headless')?.spec).toMatchObject({
      clusterIP: 'None',
      publishNotReadyAddresses: true,
    });
  });

  test('its Secret is referred to and not made', () => {
    expect(output.manifests.filter(({ kind }) => kind === 'Secret')).toEqual([]);
    expect(set).toMatchObject({
      spec: {
        template: {
          spec: {
            volumes: expect.arrayContaining([
              {
                name: 'keyfile',
                secret: {
                  secretName: 'mongo-secrets',
                  items: [{ key: 'keyfile', path: 'keyfile' }],
                  defaultMode: 0o440,
                },
              },
            ]),
          },
        },
      },
    });
  });

  test('its pods change with its scripts', () => {
    const annotations = (set as unknown as { spec: { template: { metadata: { annotations: object } } } }).spec.template
      .metadata.annotations;
    expect(annotations).toMatchObject({ 'checksum/scripts': expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});

test('size, class, image, user and database are the props', () => {
  const output = synthesized(
    (chart) =>
      new StatefulMongo(chart, 'mongo', {
        image: 'mongo:7.0.14',
        storage: Size.gibibytes(5),
        storageClassName: 'fast',
        uid: 10500,
        resources: { memory: { request: '4Gi', limit: '4Gi' } },
      }),
  );
  expect(objectOf(output, 'StatefulSet', 'mongo')).toMatchObject({
    spec: {
      template: {
        spec: {
          securityContext: { runAsUser: 10500, runAsGroup: 10500, fsGroup: 10500 },
          containers: [{ image: 'mongo:7.0.14', args: expect.arrayContaining(['--wiredTigerCacheSizeGB=1.50']) }, {}],
        },
      },
      volumeClaimTemplates: [{ spec: { storageClassName: 'fast', resources: { requests: { storage: '5120Mi' } } } }],
    },
  });
});

describe('url()', () => {
  const define = (chart: Chart) => {
    const db = new StatefulMongo(chart, 'mongo', { database: 'shop' });
    new DataApi(chart, 'api', { image, env: { MONGO_URL: db.url() } });
  };

  test('is a variable made of another, which comes from the Secret', () => {
    expect(objectOf(synthesized(define), 'Deployment', 'api')).toMatchObject({
      spec: {
        template: {
          spec: {
            containers: [
              {
                env: [
                  {
                    name: 'MONGO_URL_PASSWORD',
                    valueFrom: { secretKeyRef: { name: 'mongo-secrets', key: 'app-password' } },
                  },
                  {
                    name: 'MONGO_URL',
                    value:
                      'mongodb://app:$(MONGO_URL_PASSWORD)@mongo-0.mongo-headless.orders.svc.cluster.local:27017/shop?replicaSet=rs0&authSource=shop',
                  },
                ],
              },
            ],
          },
        },
      },
    });
  });

  test('connects: the database lets its user in, and starts before it', () => {
    const output = synthesized(define);
    expect(objectOf(output, 'NetworkPolicy', 'mongo')).toMatchObject({
      spec: {
        ingress: [
          {
            from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } } }],
            ports: [{ port: 27017, protocol: 'TCP' }],
          },
        ],
      },
    });
    expect(output.rendered.file.services.api?.depends_on).toEqual({ mongo: { condition: 'service_healthy' } });
    expect(output.rendered.file.networks.api_mongo).toEqual({ internal: true });
  });

  test('from another namespace, the policies name that namespace', () => {
    const output = synthesized((chart, app) => {
      const db = mongo(chart);
      new DataApi(new Chart(app, 'reports', { namespace: 'reports' }), 'api', { image, env: { MONGO_URL: db.url() } });
    });
    expect(objectOf(output, 'NetworkPolicy', 'mongo')).toMatchObject({
      spec: {
        ingress: [
          {
            from: [
              {
                namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'reports' } },
                podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } },
              },
            ],
          },
        ],
      },
    });
  });
});

describe('on the laptop', () => {
  test('the same three containers run one after the other, after their volumes were given to their group', () => {
    const { services } = composed(mongo);
    expect(Object.keys(services)).toEqual(['mongo-volumes', 'mongo-prepare', 'mongo', 'mongo-rs-config']);
    expect(services['mongo-prepare']?.depends_on).toEqual({
      'mongo-volumes': { condition: 'service_completed_successfully' },
    });
    expect(services.mongo?.depends_on).toEqual({ 'mongo-prepare': { condition: 'service_completed_successfully' } });
    expect(services['mongo-rs-config']).toMatchObject({
      network_mode: 'service:mongo',
      depends_on: { mongo: { condition: 'service_started', restart: true } },
    });
  });

  test('it is healthy when its readiness probe says so', () => {
    expect(composed(mongo).services.mongo?.healthcheck).toEqual({
      test: ['CMD', 'bash', '/scripts/ready.sh'],
      interval: '10s',
      timeout: '5s',
      retries: 5,
      start_period: '3600s',
      start_interval: '5s',
    });
  });

  test('without a client it still finds itself under its own name', () => {
    const { services } = composed(mongo);
    expect(services.mongo?.networks?.mongo_alone?.aliases).toContain('mongo-0.mongo-headless.orders.svc.cluster.local');
    expect(services['mongo-prepare']).toMatchObject({
      hostname: 'mongo-0',
      domainname: 'mongo-headless.orders.svc.cluster.local',
      networks: { mongo_alone: {} },
    });
  });
});

test('more members on a laptop than the replica set has are refused', () => {
  const define = (replicas: number) =>
    synthesized((chart) => new StatefulMongo(chart, 'mongo', { local: { replicas } }));
  expect(() => define(3)).toThrow(
    'orders/mongo · local.replicas: is more than it has members, got 3. Expected at most 1, the number of members. Fix: leave it out.',
  );
  expect(define(0).rendered.file.services.mongo?.deploy).toMatchObject({ replicas: 0 });
});
