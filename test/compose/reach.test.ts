import * as kplus from 'cdk8s-plus-28';
import { local } from 'cdk8s-tandem';
import { differenceTexts } from '../differences/difference-texts';
import { serviceOf } from '../synthesis';
import { anyContainer, deployment, networkPolicy, service, statefulSet } from '../workloads/manifests';
import { composeOf, type Laptop, tandemOf } from './tandem';

const listening = { ...anyContainer, ports: [{ containerPort: 8000 }, { containerPort: 9000 }] };
const aliases = (objects: Parameters<typeof composeOf>[0], name: string) =>
  composeOf(objects).services[name]?.networks?.open?.aliases;

describe('the names of a service', () => {
  test('are those of its Services in all their forms, less the one that Compose gives', () => {
    const services = [service('api', 'api'), service('public', 'api')];
    expect(aliases([deployment('api'), ...services], 'api')).toEqual([
      'api.orders',
      'api.orders.svc',
      'api.orders.svc.cluster.local',
      'public',
      'public.orders',
      'public.orders.svc',
      'public.orders.svc.cluster.local',
    ]);
  });

  test('are those of the member, too, behind a headless Service', () => {
    const headless = service('db', 'db', { clusterIP: 'None' });
    expect(aliases([statefulSet('db', { serviceName: 'db' }), headless], 'db')).toEqual([
      'db.orders',
      'db.orders.svc',
      'db.orders.svc.cluster.local',
      'db-0.db',
      'db-0.db.orders',
      'db-0.db.orders.svc',
      'db-0.db.orders.svc.cluster.local',
    ]);
  });

  test('are none where no Service leads to it', () => {
    expect(aliases([deployment('api'), service('web', 'web')], 'api')).toBeUndefined();
  });

  test('are none of an init container: nobody may take it for what comes after it', () => {
    const pod = { initContainers: [{ ...anyContainer, name: 'wait' }] };
    const { services } = composeOf([deployment('api', pod), service('web', 'api')]);
    expect(services['api-wait']?.networks).toEqual({ open: {} });
    expect(services.api?.networks?.open?.aliases).toContain('web');
  });

  test('are those of the sidecar that holds the network of the pod', () => {
    const pod = { initContainers: [{ ...anyContainer, name: 'proxy', restartPolicy: 'Always' }] };
    const { services } = composeOf([deployment('api', pod), service('web', 'api')]);
    expect(services['api-proxy']?.networks?.open?.aliases).toContain('web');
    expect(services.api?.networks).toBeUndefined();
  });

  test('have their namespace with them on a network that reaches into another one', () => {
    const everybody = [{ namespaceSelector: {} }];
    const restricted = (name: string, namespace: string, rules: object) =>
      networkPolicy(name, { podSelector: {}, policyTypes: ['Ingress', 'Egress'], ...rules }, namespace);
    const { services } = composeOf([
      deployment('db', {}, { namespace: 'data' }),
      service('db', 'db', {}, 'data'),
      restricted('db', 'data', { ingress: [{ from: everybody }] }),
      deployment('api'),
      restricted('api', 'orders', { egress: [{ to: everybody }] }),
    ]);
    expect(services.db?.networks).toEqual({
      api_db: { aliases: ['db.data', 'db.data.svc', 'db.data.svc.cluster.local'] },
    });
  });
});

describe('a port of the laptop', () => {
  const portOf = (name: string, pod: object, laptop: Laptop, holder = name) =>
    composeOf([deployment(name, { containers: [listening], ...pod })], laptop).services[holder]?.ports;

  test("leads to the first port of the main container, by a variable of the pod's name", () => {
    expect(portOf('orders-api.v2', {}, { 'orders-api.v2': { publish: 8080 } })).toEqual([
      { variable: 'ORDERS_API_V2_PORT', published: 8080, target: 8000 },
    ]);
  });

  test('keeps its variable where a sidecar holds the network', () => {
    const pod = { initContainers: [{ ...anyContainer, name: 'proxy', restartPolicy: 'Always' }] };
    const ports = [{ variable: 'API_PORT', published: 8080, target: 8000 }];
    expect(portOf('api', pod, { api: { publish: 8080 } }, 'api-proxy')).toEqual(ports);
    expect(portOf('api', pod, { api: { publish: 8080 } })).toBeUndefined();
  });

  test('is none of an init container', () => {
    const pod = { initContainers: [{ ...anyContainer, name: 'wait' }] };
    expect(portOf('api', pod, { api: { publish: 8080 } }, 'api-wait')).toBeUndefined();
  });

  test('of a Deployment of cdk8s-plus is no different', () => {
    const ports = serviceOf((chart) => {
      const containers = [{ image: 'nginx:1', portNumber: 80 }];
      local(new kplus.Deployment(chart, 'web', { metadata: { name: 'web' }, containers }), { publish: 8080 });
    }, 'web').ports;
    expect(ports).toEqual([{ variable: 'WEB_PORT', published: 8080, target: 80 }]);
  });

  test('needs a port behind it', () => {
    expect(() => tandemOf([deployment('api')], { api: { publish: 8080 } })).toThrow(
      'local.publish: is given to a workload that listens on no port, got 8080.',
    );
  });
});

test('a Service that calls a port by a name which no container gives leads nowhere, and that is told', () => {
  const named = service('web', 'api', { ports: [{ port: 80, targetPort: 'http' }] });
  expect(tandemOf([deployment('api'), named]).differences.flatMap(differenceTexts)).toContain(
    'orders/service-orders-web spec/ports/0/targetPort: dropped: no container has a port of that name',
  );
});
