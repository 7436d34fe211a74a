import { ApiObject, type Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { DataApi, type DataApiProps, Peer } from 'cdk8s-tandem';
import { synthesize } from '../../lib/app';
import { eachField } from '../differences/each-field';
import { objectOf, serviceOf, synthesized } from '../synthesis';

const image = 'ghcr.io/acme/api:1.2.3';
const apiIn = (chart: Chart, props: Partial<DataApiProps> = {}) => new DataApi(chart, 'api', { image, ...props });
const apiWith = (props: Partial<DataApiProps>) => (chart: Chart) => void apiIn(chart, props);
const scalerOf = (props: Partial<DataApiProps>) =>
  objectOf(synthesized(apiWith(props)), 'HorizontalPodAutoscaler', 'api')?.spec;

function deploymentOf(define: (chart: Chart) => void): Record<string, unknown> {
  return objectOf(synthesized(define), 'Deployment', 'api')?.spec as Record<string, unknown>;
}

/** An autoscaler that somebody else made, such as one of a Helm chart. */
function raw(chart: Chart, spec: object = {}, id = 'raw'): ApiObject {
  return new ApiObject(chart, id, {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' }, maxReplicas: 6, ...spec },
  });
}

describe('autoscaling', () => {
  test('decides between 2 and 10 pods by the CPU of the main container, quick up and slow down', () => {
    expect(scalerOf({ autoscaling: {} })).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' },
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [
        {
          type: 'ContainerResource',
          containerResource: {
            container: 'api',
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 70 },
          },
        },
      ],
      behavior: {
        scaleUp: {
          stabilizationWindowSeconds: 0,
          selectPolicy: 'Max',
          policies: [
            { type: 'Percent', value: 100, periodSeconds: 30 },
            { type: 'Pods', value: 4, periodSeconds: 30 },
          ],
        },
        scaleDown: {
          stabilizationWindowSeconds: 300,
          policies: [{ type: 'Percent', value: 25, periodSeconds: 60 }],
        },
      },
    });
    expect(scalerOf({})).toBeUndefined();
  });

  test('leaves replicas to the autoscaler', () => {
    expect(deploymentOf(apiWith({})).replicas).toBe(3);
    expect(deploymentOf(apiWith({ autoscaling: {} }))).not.toHaveProperty('replicas');
  });

  test('is changed field by field', () => {
    const behavior = { scaleDown: { stabilizationWindowSeconds: 60 }, scaleUp: { selectPolicy: 'Disabled' } } as const;
    const autoscaling = { minReplicas: 3, maxReplicas: 30, cpu: 'none', memory: 80, behavior } as const;
    expect(scalerOf({ autoscaling })).toMatchObject({
      minReplicas: 3,
      maxReplicas: 30,
      metrics: [{ containerResource: { name: 'memory', target: { averageUtilization: 80 } } }],
      behavior: {
        scaleUp: { stabilizationWindowSeconds: 0, selectPolicy: 'Disabled' },
        scaleDown: {
          stabilizationWindowSeconds: 60,
          policies: [{ type: 'Percent', value: 25, periodSeconds: 60 }],
        },
      },
    });
    const both = scalerOf({ autoscaling: { memory: 80 } }) as { metrics: object[] };
    expect(both.metrics).toHaveLength(2);
  });

  test('has a disruption budget, though one pod may be all there is at times', () => {
    const budget = (props: Partial<DataApiProps>) =>
      objectOf(synthesized(apiWith(props)), 'PodDisruptionBudget', 'api');
    expect(budget({ autoscaling: { minReplicas: 1 } })?.spec).toMatchObject({ maxUnavailable: 1 });
    expect(() => budget({ autoscaling: { minReplicas: 2 }, disruptionBudget: { minAvailable: 2 } })).toThrow(
      'lets no pod ever go, as there may be no more than 2, got 2',
    );
  });

  test('is nothing to a laptop, which runs one, or as many as it is told', () => {
    const output = synthesized(apiWith({ autoscaling: {} }));
    const told = eachField(output.differences).filter(({ field }) => field.construct.endsWith('autoscaler'));
    expect(told.map(({ field }) => String(field))).toEqual(
      expect.arrayContaining(['spec/maxReplicas', 'spec/metrics/0/containerResource/target/averageUtilization']),
    );
    const meanings = new Set(told.filter(({ field }) => String(field).startsWith('spec')).map(({ means }) => means));
    expect([...meanings]).toEqual(['one runs, unless local.replicas says more']);
    expect(serviceOf(apiWith({ autoscaling: {} }), 'api').deploy?.replicas).toBeUndefined();
    expect(serviceOf(apiWith({ autoscaling: {}, local: { replicas: 2 } }), 'api').deploy?.replicas).toBe(2);
  });
});

describe("a user's own autoscaler", () => {
  test('of cdk8s-plus takes an API for its target', () => {
    const output = synthesized((chart) => {
      const target = apiIn(chart);
      new kplus.HorizontalPodAutoscaler(chart, 'scaler', { target, minReplicas: 2, maxReplicas: 5 });
      expect(target.hasAutoscaler).toBe(true);
    });
    expect(output.manifests.find(({ kind }) => kind === 'HorizontalPodAutoscaler')?.object).toMatchObject({
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' }, maxReplicas: 5 },
    });
    expect(objectOf(output, 'Deployment', 'api')?.spec).not.toHaveProperty('replicas');
  });

  test('that names the Deployment leaves it no replicas, whenever it is made', () => {
    expect(
      deploymentOf((chart) => {
        raw(chart);
        apiIn(chart);
      }),
    ).not.toHaveProperty('replicas');
    expect(
      deploymentOf((chart) => {
        apiIn(chart);
        raw(chart);
      }),
    ).not.toHaveProperty('replicas');
  });

  test('of another target leaves it its replicas', () => {
    const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'other' };
    const other = deploymentOf((chart) => {
      apiIn(chart);
      raw(chart, { scaleTargetRef });
      raw(chart, { scaleTargetRef: { ...scaleTargetRef, kind: 'StatefulSet', name: 'api' } }, 'set');
    });
    expect(other.replicas).toBe(3);
  });

  test('is seen by a synthesis that comes after another', () => {
    const first = synthesized(apiWith({}));
    expect(objectOf(first, 'Deployment', 'api')?.spec).toHaveProperty('replicas', 3);
    raw(first.app.node.findChild('orders') as Chart);
    expect(objectOf(synthesize(first.app, {}), 'Deployment', 'api')?.spec).not.toHaveProperty('replicas');
  });
});

describe("cdk8s-plus' own objects", () => {
  test('a NetworkPolicy is for the pods of an API, and lets them through', () => {
    const output = synthesized((chart) => {
      const api = apiIn(chart);
      const policy = new kplus.NetworkPolicy(chart, 'more', { selector: api });
      policy.addIngressRule(apiOf(chart, 'caller'), [kplus.NetworkPolicyPort.tcp(9000)]);
    });
    expect(output.manifests.find(({ construct }) => construct.startsWith('orders/more'))?.object).toMatchObject({
      metadata: { namespace: 'orders' },
      spec: {
        podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } },
        ingress: [
          {
            from: [
              {
                podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'caller' } },
                namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'orders' } },
              },
            ],
            ports: [{ port: 9000, protocol: 'TCP' }],
          },
        ],
      },
    });
  });

  test('an Ingress leads to the Service of an API', () => {
    const output = synthesized((chart) => {
      const api = apiIn(chart, { servicePort: 80, allowFrom: [Peer.ingressController()] });
      new kplus.Ingress(chart, 'world').addHostRule('api.example.org', '/', api.ingressBackend());
    });
    expect(output.manifests.find(({ kind }) => kind === 'Ingress')?.object).toMatchObject({
      spec: {
        rules: [
          {
            host: 'api.example.org',
            http: { paths: [{ backend: { service: { name: 'api', port: { number: 80 } } } }] },
          },
        ],
      },
    });
  });
});

function apiOf(chart: Chart, id: string): DataApi {
  return new DataApi(chart, id, { image });
}

test.each<[object, string]>([
  [{ autoscaling: { minReplicas: 3, maxReplicas: 3 } }, 'autoscaling.maxReplicas: leaves nothing to decide'],
  [{ autoscaling: { minReplicas: 10 } }, 'autoscaling.minReplicas: leaves nothing to decide'],
  [{ autoscaling: {}, replicas: 4 }, 'replicas: is decided by the autoscaler orders/api/autoscaler'],
  [{ autoscaling: { cpu: 0 } }, 'autoscaling.cpu: is below 1'],
  [{ autoscaling: { memory: 101 } }, 'autoscaling.memory: is above 100'],
  [{ autoscaling: { cpu: 'none' } }, "autoscaling.cpu: is 'none', and memory does not count either"],
  [{ autoscaling: { behavior: { scaleUp: { policies: [] } } } }, 'autoscaling.behavior.scaleUp.policies: is empty'],
  [
    { autoscaling: {}, container: { resources: { requests: { cpu: null }, limits: { cpu: null } } } },
    'container.resources.requests.cpu: is missing, and the autoscaler orders/api/autoscaler decides by a percentage of it',
  ],
  [
    { autoscaling: {}, disruptionBudget: { minAvailable: 2 } },
    'disruptionBudget.minAvailable: lets no pod ever go, as there may be no more than 2, got 2',
  ],
])('%j is refused', (props, problem) => {
  expect(() => synthesized(apiWith(props as Partial<DataApiProps>))).toThrow(problem);
});

test("what a user's own autoscaler cannot work with is refused", () => {
  const with2 = (chart: Chart) => {
    apiIn(chart, { autoscaling: {} });
    raw(chart);
  };
  expect(() => synthesized(with2)).toThrow('autoscaling: is in several hands: orders/api/autoscaler, orders/raw');
  const withSidecar = (chart: Chart) => {
    apiIn(chart, { containers: [{ name: 'exporter', image }] });
    raw(chart, { metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization' } } }] });
  };
  expect(() => synthesized(withSidecar)).toThrow('containers.exporter.resources.requests.cpu: is missing');
});

test('a thousand of them are not a thousand walks through the tree', () => {
  let walks = 0;
  synthesized((chart) => {
    for (let index = 0; index < 50; index += 1) apiOf(chart, `api-${index}`);
    const { root } = chart.node;
    const findAll = root.node.findAll.bind(root.node);
    root.node.findAll = (order) => {
      walks += 1;
      return findAll(order);
    };
  });
  expect(walks).toBeLessThan(20);
});
