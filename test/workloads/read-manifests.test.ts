import {
  anyContainer,
  deployment,
  type KubeObject,
  object,
  podTemplate,
  readingOf,
  statefulSet,
  workloadOf,
} from './manifests';

const template = podTemplate('x');
const job = { template };

describe('what owns pods is a workload:', () => {
  const always = { runs: 'always' };
  const once = { runs: 'once' };
  const onSchedule = { runs: 'on schedule', schedule: '15 2 * * *', timeZone: 'Europe/Madrid' };
  const nightly = { schedule: '15 2 * * *', timeZone: 'Europe/Madrid', jobTemplate: { spec: job } };
  const owners: readonly (readonly [string, KubeObject, object])[] = [
    ['a Deployment', object('apps/v1', 'Deployment', 'x', { spec: { replicas: 3, template } }), { replicas: 3 }],
    ['a ReplicaSet', object('apps/v1', 'ReplicaSet', 'x', { spec: { replicas: 0, template } }), { replicas: 0 }],
    ['a StatefulSet', object('apps/v1', 'StatefulSet', 'x', { spec: { replicas: 3, template } }), { replicas: 3 }],
    ['a DaemonSet', object('apps/v1', 'DaemonSet', 'x', { spec: { template } }), { replicas: 1 }],
    ['a bare Pod', { apiVersion: 'v1', kind: 'Pod', ...template, metadata: { name: 'x', labels: { app: 'x' } } }, {}],
    ['a Job', object('batch/v1', 'Job', 'x', { spec: job }), { life: once }],
    ['a CronJob', object('batch/v1', 'CronJob', 'x', { spec: nightly }), { life: onSchedule }],
  ];

  test.each(owners)('%s', (_, owner, own) => {
    expect(workloadOf(owner)).toMatchObject({
      construct: `chart/${owner.kind.toLowerCase()}-orders-x`,
      kind: owner.kind,
      namespace: 'orders',
      name: 'x',
      life: always,
      replicas: 1,
      local: {},
      pod: { labels: { app: 'x' }, containers: [{ name: 'main', image: 'acme/api:1' }] },
      ...own,
    });
  });

  test('one pod where the number of replicas is not said', () => {
    expect(workloadOf(deployment('api')).replicas).toBe(1);
  });

  test('and nothing else is: not a kind that only looks like one, nor an object of a kind that nobody knows', () => {
    const spec = { replicas: 3, template };
    const reading = readingOf(
      object('acme.com/v1', 'Deployment', 'x', { spec }),
      object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'things.acme.com', { spec: { group: 'acme.com' } }),
      object('acme.com/v1', 'Thing', 'x', { spec: { selector: 3, template: 'none' } }),
      object('v1', 'constructor', 'x', { spec }),
    );
    expect(reading.workloads).toEqual([]);
    expect(reading.problems).toEqual([]);
  });
});

describe('a pod', () => {
  test('has what Kubernetes gives it where it says nothing', () => {
    expect(workloadOf(deployment('api')).pod).toMatchObject({
      hostname: 'api',
      domain: undefined,
      graceSeconds: 30,
      restartPolicy: 'Always',
      fsGroup: undefined,
      supplementalGroups: [],
      hostAliases: [],
      initContainers: [],
      volumes: [],
    });
  });

  test('has what it says', () => {
    const spec = {
      hostname: 'seer',
      subdomain: 'oracles',
      terminationGracePeriodSeconds: 5,
      restartPolicy: 'Never',
      securityContext: { fsGroup: 10001, supplementalGroups: [7, 8] },
      hostAliases: [{ ip: '10.0.0.1', hostnames: ['old', 'old.acme.com'] }],
    };
    expect(workloadOf(deployment('api', spec)).pod).toMatchObject({
      hostname: 'seer',
      domain: 'oracles.orders.svc.cluster.local',
      graceSeconds: 5,
      restartPolicy: 'Never',
      fsGroup: 10001,
      supplementalGroups: [7, 8],
      hostAliases: [{ ip: '10.0.0.1', names: ['old', 'old.acme.com'] }],
    });
  });

  test('of a StatefulSet has the stable name of the first, and claims that are named after it', () => {
    const volumeClaimTemplates = [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }];
    const { pod } = workloadOf(statefulSet('mongo', { serviceName: 'mongo-headless', volumeClaimTemplates }));
    expect(pod).toMatchObject({
      hostname: 'mongo-0',
      domain: 'mongo-headless.orders.svc.cluster.local',
      volumes: [{ name: 'data', type: 'claim', claim: 'data-mongo-0', madeBy: 'the app' }],
    });
  });

  test('tells the init containers that end from those that keep running beside the rest', () => {
    const initContainers = [
      { ...anyContainer, name: 'prepare' },
      { ...anyContainer, name: 'proxy', restartPolicy: 'Always' },
    ];
    const { pod } = workloadOf(deployment('api', { initContainers }));
    expect(pod.initContainers.map(({ name, sidecar }) => [name, sidecar])).toEqual([
      ['prepare', false],
      ['proxy', true],
    ]);
    expect(pod.containers.map(({ name, sidecar }) => [name, sidecar])).toEqual([['main', false]]);
  });
});
