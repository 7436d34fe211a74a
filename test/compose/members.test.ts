import { summary } from '../../lib/summary';
import {
  anyClaim,
  anyContainer,
  deployment,
  type KubeObject,
  networkPolicy,
  service,
  statefulSet,
} from '../workloads/manifests';
import { composeOf, eachOf, tandemOf, toldOf } from './tandem';

const data = { metadata: { name: 'data' }, spec: anyClaim };
const podName = { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } };
const podIndex = {
  name: 'INDEX',
  valueFrom: { fieldRef: { fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']" } },
};
const asks = { exec: { command: ['true'] } };
const database = (more: object = {}, pod: object = {}) =>
  statefulSet(
    'db',
    { serviceName: 'db-headless', volumeClaimTemplates: [data], replicas: 3, ...more },
    {
      volumes: [{ name: 'run', emptyDir: {} }],
      initContainers: [{ ...anyContainer, name: 'prepare', volumeMounts: [{ name: 'run', mountPath: '/run' }] }],
      containers: [
        {
          ...anyContainer,
          env: [podName, podIndex, { name: 'ME', value: 'http://$(POD).db-headless:80' }],
          ports: [{ containerPort: 80 }],
          readinessProbe: asks,
          volumeMounts: [
            { name: 'data', mountPath: '/data' },
            { name: 'run', mountPath: '/run' },
          ],
        },
        { ...anyContainer, name: 'exporter' },
      ],
      ...pod,
    },
  );
const services = [service('db-headless', 'db', { clusterIP: 'None' }), service('db', 'db')];
const three = { db: { replicas: 3 } };
const fileOf = (objects: readonly KubeObject[], laptop = three) => composeOf(objects, laptop);

describe('the members of a StatefulSet', () => {
  test('are services of their own with all of the pod, of which the first is called as the StatefulSet', () => {
    expect(Object.keys(fileOf([database(), ...services]).services)).toEqual([
      ...['db-volumes', 'db-prepare', 'db', 'db-exporter'],
      ...['db-1-volumes', 'db-1-prepare', 'db-1', 'db-1-exporter'],
      ...['db-2-volumes', 'db-2-prepare', 'db-2', 'db-2-exporter'],
    ]);
  });

  test('have host names, variables and volumes of their own, and an emptyDir each', () => {
    const file = fileOf([database(), ...services]);
    expect(['db', 'db-1', 'db-2'].map((name) => file.services[name])).toMatchObject(
      [0, 1, 2].map((ordinal) => ({
        hostname: `db-${ordinal}`,
        environment: { POD: `db-${ordinal}`, INDEX: String(ordinal), ME: `http://db-${ordinal}.db-headless:80` },
        volumes: [{ source: `data-db-${ordinal}` }, { source: ['db_run', 'db-1_run', 'db-2_run'][ordinal] }],
      })),
    );
    expect(Object.keys(file.volumes)).toEqual(
      expect.arrayContaining(['data-db-0', 'data-db-1', 'data-db-2', 'db_run', 'db-1_run', 'db-2_run']),
    );
    expect(file.services['db-2-exporter']?.network_mode).toBe('service:db-2');
  });

  test('answer to the names of their Services together, and to their own alone', () => {
    const names = eachOf(fileOf([database(), ...services]), 'networks')['db-1']?.open?.aliases;
    expect(names?.filter((name) => !name.includes('.orders'))).toEqual(['db-headless', 'db-1.db-headless', 'db']);
  });

  test('start one after the other, each when the one before it is healthy', () => {
    const before = eachOf(fileOf([database(), ...services]), 'depends_on');
    const given = { condition: 'service_completed_successfully' };
    const healthy = { condition: 'service_healthy' };
    expect([before['db-prepare'], before['db-1-prepare'], before['db-2-prepare']]).toEqual([
      { 'db-volumes': given },
      { 'db-1-volumes': given, db: healthy },
      { 'db-2-volumes': given, 'db-1': healthy },
    ]);
  });

  test('start all at once where they are Parallel', () => {
    const before = eachOf(fileOf([database({ podManagementPolicy: 'Parallel' }), ...services]), 'depends_on');
    expect(Object.keys(before['db-2-prepare'] ?? {})).toEqual(['db-2-volumes']);
  });

  test.each(['Parallel', 'OrderedReady'])('start as %s has it, which is told where no two of them run', (policy) => {
    const objects = [database({ podManagementPolicy: policy }), ...services];
    const told = (replicas: number) =>
      toldOf(tandemOf(objects, { db: { replicas } })).filter((one) => one.startsWith('spec/podManagementPolicy'));
    const notHere = ['spec/podManagementPolicy: dropped: the order of several pods, of which no two run here'];
    expect([told(0), told(1), told(2)]).toEqual([notHere, notHere, []]);
  });

  test('are counted from where their ordinals start', () => {
    const from5 = database({ ordinals: { start: 5 } });
    expect(Object.values(eachOf(fileOf([from5]), 'hostname')).filter(Boolean)).toEqual([
      ...['db-5', 'db-5', 'db-6', 'db-6', 'db-7', 'db-7'],
    ]);
    expect(Object.keys(fileOf([from5]).services)).toContain('db-6');
    expect(fileOf([from5], { db: { replicas: 1 } }).services.db?.hostname).toBe('db-5');
  });

  test('are called by the StatefulSet, whatever their pod says', () => {
    expect(fileOf([database({}, { hostname: 'mine' })]).services['db-1']?.hostname).toBe('db-1');
  });

  test('can each have a Service of its own, by the label that the cluster gives its pod', () => {
    const second = service('second', 'db', { selector: { 'statefulset.kubernetes.io/pod-name': 'db-1' } });
    const networks = eachOf(fileOf([database(), second]), 'networks');
    expect(networks.db?.open).toEqual({});
    expect(networks['db-1']?.open?.aliases).toContain('second.orders.svc');
  });

  test('of whom the first alone has the port of the laptop', () => {
    const ports = eachOf(fileOf([database()], { db: { replicas: 3, publish: 8080 } as never }), 'ports');
    expect(ports.db).toEqual([{ variable: 'DB_PORT', published: 8080, target: 80 }]);
    expect([ports['db-1'], ports['db-2']]).toEqual([undefined, undefined]);
  });

  test('yield to whoever is called so already', () => {
    const names = Object.keys(fileOf([database({}, { initContainers: [] }), deployment('db-1')]).services);
    expect(names).toEqual(expect.arrayContaining(['db', 'orders-db-1-statefulset', 'orders-db-1-deployment', 'db-2']));
  });

  test('are told once, and by default a laptop runs one', () => {
    const objects = [database(), ...services];
    const told = toldOf(tandemOf(objects, three));
    expect(told).toEqual([...new Set(told)]);
    expect(summary(tandemOf(objects, three))).toContain('1 workloads as 12 services');
    expect(told.filter((one) => one.startsWith('spec/replicas'))).toEqual([]);
    expect(toldOf(tandemOf(objects))).toContain('spec/replicas: local: a laptop runs one');
    expect(Object.keys(composeOf(objects).services)).toEqual(['db-volumes', 'db-prepare', 'db', 'db-exporter']);
  });
});

describe('who talks to members', () => {
  const app = (name: string) => ({ podSelector: { matchLabels: { app: name } } });
  const only = (name: string, from: readonly string[], to: readonly string[]) =>
    networkPolicy(name, {
      ...app(name),
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: from.map(app) }].filter(() => from.length > 0),
      egress: [{ to: to.map(app) }].filter(() => to.length > 0),
    });
  const api = [deployment('api'), only('api', [], ['db'])];
  const memberNetworks = (objects: readonly KubeObject[]) => {
    const of = eachOf(fileOf(objects), 'networks');
    return ['api', 'db', 'db-1', 'db-2'].map((name) => Object.keys(of[name] ?? {}));
  };

  test('is on one network with all of them, and waits for each', () => {
    const objects = [database(), ...services, only('db', ['api', 'db'], ['db']), ...api];
    expect(memberNetworks(objects)).toEqual([['api_db'], ['api_db'], ['api_db'], ['api_db']]);
    const healthy = { condition: 'service_healthy' };
    expect(eachOf(fileOf(objects), 'depends_on').api).toEqual({ db: healthy, 'db-1': healthy, 'db-2': healthy });
    expect(toldOf(tandemOf(objects, three)).filter((one) => one.includes('other pods'))).toEqual([]);
  });

  test('are the others alone, on a network of theirs, where nobody else does', () => {
    const objects = [database(), ...services, only('db', ['db'], ['db'])];
    expect(memberNetworks(objects)).toEqual([[], ['db_members'], ['db_members'], ['db_members']]);
  });

  test('are not the others in the cluster, and that they are here is said', () => {
    const objects = [database(), ...services, only('db', ['api'], []), ...api];
    expect(memberNetworks(objects)).toEqual([['api_db'], ['api_db'], ['api_db'], ['api_db']]);
    expect(toldOf(tandemOf(objects, three))).toContain(
      'spec/policyTypes/0: approximated: open to the other pods of its owner: they have the same networks',
    );
  });

  test('finds them all under a common name, also from a member that has an edge', () => {
    const objects = [database(), ...services, only('db', ['db'], ['db'])];
    const { db } = eachOf(fileOf(objects, { db: { replicas: 3, publish: 8080 } as never }), 'networks');
    expect(db?.['db-edge']).toEqual({});
    expect(db?.db_members?.aliases).toContain('db-headless');
  });
});

describe('several pods of a Deployment', () => {
  const two = { api: { replicas: 2 } };
  const withTail = { containers: [anyContainer, { ...anyContainer, name: 'tail' }] };

  test('with several containers are services of their own: Compose would scale each container by itself', () => {
    const file = composeOf([deployment('api', withTail)], two);
    expect(eachOf(file, 'network_mode')).toEqual({
      ...{ api: undefined, 'api-tail': 'service:api' },
      ...{ 'api-1': undefined, 'api-1-tail': 'service:api-1' },
    });
    expect(eachOf(file, 'deploy').api).toBeUndefined();
  });

  test('wait for nothing of each other', () => {
    expect(eachOf(composeOf([deployment('api', withTail)], two), 'depends_on')['api-1']).toBeUndefined();
  });

  test.each([
    ['an emptyDir that is mounted once is each one’s own', [{ mountPath: '/a' }], ['api']],
    ['two mounts of one would be a volume of all', [{ mountPath: '/a' }, { mountPath: '/b' }], ['api', 'api-1']],
  ])('%s', (_, mounts, expected) => {
    const volumeMounts = mounts.map((mount) => ({ name: 'tmp', ...mount }));
    const pod = { volumes: [{ name: 'tmp', emptyDir: {} }], containers: [{ ...anyContainer, volumeMounts }] };
    const names = Object.keys(composeOf([deployment('api', pod)], two).services);
    expect(names.filter((name) => !name.endsWith('volumes'))).toEqual(expected);
  });
});
