import { type UsedName, usedNames } from '../../lib/workloads/used-names';
import { anyContainer, configMap, deployment, type KubeObject, readingOf, service, statefulSet } from './manifests';

/** What an API uses among two members of a database, a web server here and another elsewhere. */
const platform = [
  statefulSet('mongo', { serviceName: 'mongo' }),
  service('mongo', 'mongo', { clusterIP: 'None' }),
  deployment('web'),
  service('web', 'web'),
  deployment('web', {}, { namespace: 'elsewhere' }),
  service('web', 'web', {}, 'elsewhere'),
];

function usedBy(container: object, pod: object = {}, ...others: readonly KubeObject[]): readonly UsedName[] {
  const api = deployment('api', { ...pod, containers: [{ ...anyContainer, ...container }] });
  const { workloads } = readingOf(api, ...platform, ...others);
  return usedNames(workloads);
}

/** Names, and where the workloads are that answer to each. */
function shown(used: readonly UsedName[]): readonly (readonly string[])[] {
  return used.map(({ name, answers }) => [name, ...answers.map((answer) => `${answer.namespace}/${answer.name}`)]);
}

const envOf = (...texts: readonly string[]) => ({ env: texts.map((value, index) => ({ name: `V${index}`, value })) });
const inEnv = (text: string) => shown(usedBy(envOf(text)));

describe('a host name is found', () => {
  const found: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
    ['in a URL', 'http://web', [['web', 'orders/web']]],
    ['in a URL with port, path and query', 'http://web:80/a?b=c#d', [['web', 'orders/web']]],
    ['in a URL within a text', 'wait for http://web/ready, then go', [['web', 'orders/web']]],
    ['in a URL of two schemes', 'jdbc:postgresql://web:5432/app', [['web', 'orders/web']]],
    ['in a URL with credentials', 'mongodb://app:p%40ss@mongo:27017/app', [['mongo', 'orders/mongo']]],
    [
      'in a URL of several hosts',
      'mongodb://app:x@mongo-0.mongo:27017,web:1/app?replicaSet=rs0',
      [
        ['mongo-0.mongo', 'orders/mongo'],
        ['web', 'orders/web'],
      ],
    ],
    ['as host:port', 'web:8080', [['web', 'orders/web']]],
    [
      'in a list of host:port',
      'mongo:9092,web.elsewhere:9092',
      [
        ['mongo', 'orders/mongo'],
        ['web.elsewhere', 'elsewhere/web'],
      ],
    ],
    ['as a name that ends in .svc', 'mongo.orders.svc', [['mongo.orders.svc', 'orders/mongo']]],
    [
      'as a whole name',
      'mongo-0.mongo.orders.svc.cluster.local',
      [['mongo-0.mongo.orders.svc.cluster.local', 'orders/mongo']],
    ],
    ['once in a text', 'http://web http://web:80', [['web', 'orders/web']]],
    ['in a sentence', 'ask mongo.orders.svc.', [['mongo.orders.svc', 'orders/mongo']]],
    ['of a member with its namespace', 'http://mongo-0.mongo.orders', [['mongo-0.mongo.orders', 'orders/mongo']]],
    ['that nobody answers to', 'http://nobody', [['nobody']]],
    ['of a member that is not there', 'mongo-1.mongo:27017', [['mongo-1.mongo']]],
    ['that nobody of that namespace answers to', 'mongo.elsewhere.svc', [['mongo.elsewhere.svc']]],
    ['of the cluster itself', 'https://kubernetes.default.svc', [['kubernetes.default.svc']]],
  ];
  test.each(found)('%s', (_, text, names) => {
    expect(inEnv(text)).toEqual(names);
  });

  const none = [
    ...[
      'https://prices.example.com/latest.json',
      'prices.example.com:443',
      'https://web.svc.example.com',
      'web.svc-a',
      'svc',
    ],
    ...['https://api.acme.orders', 'https://orders.example.com'],
    ...['http://localhost:8000', 'http://127.0.0.1', '10.0.0.1:80', 'http://[::1]:80', 'unix:///var/run/x', 'file:///'],
    ...['web', 'a word', '12:30', 'key: value', 'acme/api:1', 'node:20-slim', '--port=80', ''],
  ];
  test.each(none)('not in %j', (text) => {
    expect(inEnv(text)).toEqual([]);
  });
});

describe('a bare word', () => {
  const inVariable = (name: string, value: string) => shown(usedBy({ env: [{ name, value }] }));

  test.each(['HOST', 'DB_HOST', 'db.host', 'MONGO_HOSTNAME', 'MONGO_SERVERS', 'REDIS_ADDR', 'KAFKA_BROKERS'])(
    "is a host name in the variable %s, where it is a Service's",
    (name) => {
      expect(inVariable(name, 'mongo')).toEqual([['mongo', 'orders/mongo']]);
      expect(inVariable(name, 'unheard-of')).toEqual([]);
    },
  );

  test.each(['DATABASE', 'DB_NAME', 'HOST_MODE', 'GHOST', 'SERVICE'])('is none in the variable %s', (name) => {
    expect(inVariable(name, 'mongo')).toEqual([]);
  });

  test('may have a namespace, and be one of several', () => {
    expect(inVariable('HOSTS', 'mongo-0.mongo,web.elsewhere,10.0.0.1,localhost')).toEqual([
      ['mongo-0.mongo', 'orders/mongo'],
      ['web.elsewhere', 'elsewhere/web'],
    ]);
  });

  test('is a host name in an option that says so', () => {
    const args = ['--db-host=mongo', '--database=mongo', '--host', 'mongo', 'mongo'];
    expect(shown(usedBy({ args }))).toEqual([['mongo', 'orders/mongo']]);
  });

  test('that only Compose would know is one that nobody answers to in the cluster', () => {
    expect(shown(usedBy({ env: [{ name: 'DB_HOST', value: 'postgres' }] }, {}, deployment('postgres')))).toEqual([
      ['postgres'],
    ]);
  });
});

describe('it is looked for', () => {
  const field = (used: readonly UsedName[]) => used.map(({ field: { path } }) => path.slice(-2).join('/'));

  test('in variables, command and args, and the field that holds it is known', () => {
    const used = usedBy({ ...envOf('', 'http://web'), command: ['wait', 'http://mongo'], args: ['web:80'] });
    expect(shown(used)).toEqual([
      ['web', 'orders/web'],
      ['mongo', 'orders/mongo'],
      ['web', 'orders/web'],
    ]);
    expect(field(used)).toEqual(['1/value', 'command/1', 'args/0']);
  });

  test('in init containers too', () => {
    const used = usedBy({}, { initContainers: [{ ...anyContainer, name: 'wait', args: ['http://web'] }] });
    expect(used.map(({ name, container, workload }) => [name, container.name, workload.name])).toEqual([
      ['web', 'wait', 'api'],
    ]);
  });

  test('in the files of ConfigMaps that the container mounts, and in no others', () => {
    const script = configMap('script', { 'run.sh': '#!/bin/sh\ncurl -f mongo.orders.svc:80/ "http://web/ready"\n' });
    const volumes = ['mounted', 'unmounted'].map((name) => ({ name, configMap: { name: 'script' } }));
    const used = usedBy({ volumeMounts: [{ name: 'mounted', mountPath: '/scripts' }] }, { volumes }, script);
    expect(shown(used)).toEqual([
      ['web', 'orders/web'],
      ['mongo.orders.svc', 'orders/mongo'],
    ]);
    expect(field(used)).toEqual(['data/run.sh', 'data/run.sh']);
  });

  test('beside a secret, which holds none', () => {
    const secretKeyRef = { name: 'mongo', key: 'password' };
    const env = [
      { name: 'PASSWORD', valueFrom: { secretKeyRef } },
      { name: 'URL', value: 'mongodb://app:$(PASSWORD)@mongo/app' },
    ];
    expect(shown(usedBy({ env }))).toEqual([['mongo', 'orders/mongo']]);
  });
});

test("a short name means the user's own namespace", () => {
  const asker = (namespace: string) =>
    deployment(`asker-${namespace}`, { containers: [{ ...anyContainer, args: ['http://web'] }] }, { namespace });
  const { workloads } = readingOf(asker('orders'), asker('elsewhere'), asker('empty'), ...platform);
  expect(shown(usedNames(workloads))).toEqual([['web', 'orders/web'], ['web', 'elsewhere/web'], ['web']]);
});

test('a name leads to all that answer to it', () => {
  const used = usedBy(envOf('http://web'), {}, deployment('canary', {}, { labels: { app: 'web' } }));
  expect(shown(used)).toEqual([['web', 'orders/web', 'orders/canary']]);
});
