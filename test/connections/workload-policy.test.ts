import { Peer } from '../../lib/connections/peer';
import { chartOf, dns, namespace, newApp, pods, policyOf, spec, tcp } from './policies';

describe('a workload that nothing connects', () => {
  const nobody = [{ from: [pods('api')], ports: [tcp(8000)] }];

  test('lets nobody in but its like, which may not go out, and asks DNS alone', () => {
    const policy = policyOf(chartOf(newApp(), 'orders'), 'api', 8000);
    expect(policy.networkPolicy.toJson()).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: {
        name: 'api',
        namespace: 'orders',
        labels: {
          app: 'api',
          'app.kubernetes.io/component': 'api',
          'app.kubernetes.io/instance': 'api',
          'app.kubernetes.io/managed-by': 'cdk8s-tandem',
          'app.kubernetes.io/name': 'api',
          'app.kubernetes.io/part-of': 'orders',
        },
      },
      spec: { ...pods('api'), policyTypes: ['Ingress', 'Egress'], ingress: nobody, egress: [dns] },
    });
  });
});

describe('a connection', () => {
  test("opens the client's way out and the server's way in, on the server's port", () => {
    const chart = chartOf(newApp(), 'orders');
    const [api, mongo] = [policyOf(chart, 'api', 8000), policyOf(chart, 'mongo', 27017)];
    api.connectTo(mongo);
    expect(spec(api)).toMatchObject({ egress: [dns, { to: [pods('mongo')], ports: [tcp(27017)] }] });
    expect(spec(mongo)).toMatchObject({ ingress: [{ from: [pods('api')], ports: [tcp(27017)] }], egress: [dns] });
  });

  test('into another namespace names it on both sides', () => {
    const app = newApp();
    const api = policyOf(chartOf(app, 'orders'), 'api', 8000);
    const mongo = policyOf(chartOf(app, 'data'), 'mongo', 27017);
    api.connectTo(mongo);
    expect(spec(api)).toMatchObject({ egress: [dns, { to: [{ ...namespace('data'), ...pods('mongo') }] }] });
    expect(spec(mongo)).toMatchObject({ ingress: [{ from: [{ ...namespace('orders'), ...pods('api') }] }] });
  });

  test('made twice is one', () => {
    const chart = chartOf(newApp(), 'orders');
    const [api, mongo] = [policyOf(chart, 'api'), policyOf(chart, 'mongo', 27017)];
    api.connectTo(mongo);
    api.connectTo(mongo);
    expect(spec(api).egress).toHaveLength(2);
    expect(spec(mongo).ingress).toEqual([{ from: [pods('api')], ports: [tcp(27017)] }]);
  });

  test('of several clients opens one way in for all of them, in the order in which they came', () => {
    const chart = chartOf(newApp(), 'orders');
    const mongo = policyOf(chart, 'mongo', 27017, { allowFrom: [Peer.namespace('monitoring')] });
    for (const name of ['web', 'api']) policyOf(chart, name).connectTo(mongo);
    expect(spec(mongo).ingress).toEqual([
      { from: [pods('web'), pods('api'), namespace('monitoring')], ports: [tcp(27017)] },
    ]);
  });

  test('to what has no port is open on all', () => {
    const chart = chartOf(newApp(), 'orders');
    const [api, worker] = [policyOf(chart, 'api'), policyOf(chart, 'worker')];
    api.connectTo(worker);
    expect(spec(api).egress).toEqual([dns, { to: [pods('worker')] }]);
    expect(spec(worker).ingress).toEqual([{ from: [pods('api')] }]);
  });

  test('is in the manifest whenever it is made before synth', () => {
    const chart = chartOf(newApp(), 'orders');
    const [api, mongo] = [policyOf(chart, 'api'), policyOf(chart, 'mongo', 27017)];
    expect(spec(api).egress).toEqual([dns]);
    api.connectTo(mongo);
    expect(spec(api).egress).toHaveLength(2);
  });
});
