import { formsOf } from '../../lib/workloads/host-names';
import type { Workload } from '../../lib/workloads/workload';
import { anyContainer, deployment, type KubeObject, object, service, statefulSet, workloadOf } from './manifests';

const headless = (name: string, app: string) => service(name, app, { clusterIP: 'None' });

function namesOf(owner: KubeObject, ...others: readonly KubeObject[]): readonly string[] {
  return workloadOf(owner, ...others).answersTo.map(({ name }) => name);
}

function portsOf({ answersTo }: Workload): readonly (readonly [number, number | undefined])[] {
  return answersTo.flatMap(({ ports }) => ports.map(({ port, target }) => [port, target] as const));
}

test('a name is known in four forms, the nearest first', () => {
  const { field, answersTo } = workloadOf(deployment('api'), service('web', 'api'));
  expect(field.construct).toBe('chart/deployment-orders-api');
  expect(answersTo.map(formsOf)).toEqual([['web', 'web.orders', 'web.orders.svc', 'web.orders.svc.cluster.local']]);
});

describe('a workload answers to', () => {
  test('nothing without a Service, nor by its own name', () => {
    expect(namesOf(deployment('api'))).toEqual([]);
  });

  test('the Services that select its pods', () => {
    const services = [service('b', 'api'), service('a', 'api'), service('other', 'web')];
    expect(namesOf(deployment('api'), ...services)).toEqual(['b', 'a']);
  });

  test('a Service only if its pods have every label that it selects by', () => {
    const pod = deployment('api', {}, { labels: { tier: 'front', more: 'yes' } });
    const selecting = (name: string, selector: object) => service(name, '', { selector });
    const services = [
      selecting('all', { tier: 'front', app: 'api' }),
      selecting('one', { tier: 'front' }),
      selecting('too-many', { tier: 'front', zone: 'a' }),
      selecting('another', { app: 'api', tier: 'back' }),
      selecting('none', {}),
      object('v1', 'Service', 'by-hand', { spec: { ports: [{ port: 80 }] } }),
    ];
    expect([...namesOf(pod, ...services)]).toEqual(['all', 'one']);
  });

  test("Services of its own namespace, and not to another's", () => {
    expect(namesOf(deployment('api'), service('theirs', 'api', {}, 'elsewhere'))).toEqual([]);
    const answers = workloadOf(
      deployment('api', {}, { namespace: 'elsewhere' }),
      service('theirs', 'api', {}, 'elsewhere'),
    ).answersTo;
    expect(answers).toMatchObject([{ name: 'theirs', namespace: 'elsewhere' }]);
  });

  test('its Services in the order of the app, whatever label they select by', () => {
    const pod = deployment('api', {}, { labels: { tier: 'front' } });
    const byTier = service('by-tier', '', { selector: { tier: 'front' } });
    expect(namesOf(pod, byTier, service('by-app', 'api'))).toEqual(['by-tier', 'by-app']);
    expect(namesOf(pod, service('by-app', 'api'), byTier)).toEqual(['by-app', 'by-tier']);
  });
});

describe('a member behind a headless Service', () => {
  test('has a name of its own in a StatefulSet that names the Service', () => {
    const mongo = statefulSet('mongo', { serviceName: 'mongo-headless' });
    const { answersTo } = workloadOf(mongo, headless('mongo-headless', 'mongo'));
    expect(answersTo.flatMap(formsOf)).toEqual([
      'mongo-headless',
      'mongo-headless.orders',
      'mongo-headless.orders.svc',
      'mongo-headless.orders.svc.cluster.local',
      'mongo-0.mongo-headless',
      'mongo-0.mongo-headless.orders',
      'mongo-0.mongo-headless.orders.svc',
      'mongo-0.mongo-headless.orders.svc.cluster.local',
    ]);
  });

  test('has none behind a Service with an address, or behind another than its own', () => {
    const mongo = statefulSet('mongo', { serviceName: 'mongo-headless' });
    expect(namesOf(mongo, service('mongo-headless', 'mongo'))).toEqual(['mongo-headless']);
    expect(namesOf(mongo, headless('other', 'mongo'))).toEqual(['other']);
    expect(namesOf(statefulSet('mongo'), headless('mongo', 'mongo'))).toEqual(['mongo']);
  });

  test('has one as a pod with that subdomain and a host name', () => {
    const named = deployment('api', { hostname: 'seer', subdomain: 'oracles' });
    expect(namesOf(named, headless('oracles', 'api'))).toEqual(['oracles', 'seer.oracles']);
  });

  test('has none as a pod with a subdomain alone', () => {
    expect(namesOf(deployment('api', { subdomain: 'oracles' }), headless('oracles', 'api'))).toEqual(['oracles']);
  });
});

describe('the ports under a name', () => {
  const ports = [
    { name: 'http', containerPort: 8000 },
    { name: 'admin', containerPort: 9000 },
  ];
  const sidecar = { ...anyContainer, name: 'sidecar', ports: [{ name: 'metrics', containerPort: 9100 }] };
  const pod = deployment('api', { containers: [{ ...anyContainer, ports }, sidecar] });
  const portsBehind = (...list: object[]) => portsOf(workloadOf(pod, service('api', 'api', { ports: list })));

  test('lead to the same port, to another, or to a named one of any container', () => {
    expect(portsBehind({ port: 80 })).toEqual([[80, 80]]);
    expect(portsBehind({ port: 80, targetPort: 8000 })).toEqual([[80, 8000]]);
    expect(portsBehind({ port: 80, targetPort: 'http' }, { port: 90, targetPort: 'metrics' })).toEqual([
      [80, 8000],
      [90, 9100],
    ]);
  });

  test('are unknown where no container has a port of that name', () => {
    expect(portsBehind({ port: 80, targetPort: 'none' })).toEqual([[80, undefined]]);
  });

  test('are none where a headless Service has none', () => {
    expect(portsOf(workloadOf(pod, service('api', 'api', { clusterIP: 'None', ports: [] })))).toEqual([]);
  });
});
