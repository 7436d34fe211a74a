import type { Chart } from 'cdk8s';
import { DataApi, type DataApiProps, type HttpRouteProps, Peer } from 'cdk8s-tandem';
import { eachField } from '../differences/each-field';
import { objectOf, synthesized } from '../synthesis';

const image = 'ghcr.io/acme/api:1.2.3';
const parentRefs = [{ name: 'public', namespace: 'gateways', sectionName: 'https' }];
const hostnames = ['orders.example.com', 'www.example.com'];
const routed = (httpRoute: HttpRouteProps, more: Partial<DataApiProps> = {}) =>
  synthesized((chart: Chart) => new DataApi(chart, 'api', { image, httpRoute, ...more }));
const lettingIn = (httpRoute: HttpRouteProps) =>
  Object(objectOf(routed(httpRoute), 'NetworkPolicy', 'api')?.spec).ingress;
const podsOf = (...namespaces: readonly string[]) => [
  {
    from: namespaces.map((name) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } })),
    ports: [{ port: 8000, protocol: 'TCP' }],
  },
];

describe('an HTTPRoute', () => {
  test('leads from Gateways to the Service, by the number of its port', () => {
    expect(objectOf(routed({ parentRefs, hostnames }, { servicePort: 80 }), 'HTTPRoute', 'api')).toMatchObject({
      apiVersion: 'gateway.networking.k8s.io/v1',
      spec: {
        parentRefs,
        hostnames,
        rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs: [{ name: 'api', port: 80 }] }],
      },
    });
    const exact = objectOf(routed({ parentRefs, hostnames, path: '/orders', pathType: 'Exact' }), 'HTTPRoute', 'api');
    expect(exact).toMatchObject({
      spec: { rules: [{ matches: [{ path: { type: 'Exact', value: '/orders' } }] }] },
    });
  });

  test('opens the door to the pods of the Gateways, or to those that are named', () => {
    expect(lettingIn({ parentRefs, hostnames })).toEqual(podsOf('gateways'));
    expect(lettingIn({ parentRefs: [...parentRefs, { name: 'inner' }], hostnames })).toEqual(
      podsOf('gateways', 'orders'),
    );
    expect(lettingIn({ parentRefs, hostnames, from: Peer.namespace('envoy-gateway-system') })).toEqual(
      podsOf('envoy-gateway-system'),
    );
  });

  test('is nothing to a laptop, which says where the API is reached', () => {
    const told = (local: DataApiProps['local']) =>
      eachField(routed({ parentRefs, hostnames, path: '/orders' }, { local, servicePort: 80 }).differences)
        .filter(({ field }) => `${field}` === 'spec/hostnames/0')
        .map(({ means }) => means);
    expect(told({ publish: 8001 })).toEqual(['reach it at http://127.0.0.1:8001/orders']);
    expect(told({})).toEqual(['nothing leads there: publish its port with local.publish']);
  });

  test('is the construct’s own to change', () => {
    synthesized((chart) => {
      const api = new DataApi(chart, 'api', { image, httpRoute: { parentRefs, hostnames } });
      expect(api.httpRoute?.name).toBe('api');
    });
  });

  test.each<[object, string]>([
    [{}, 'httpRoute.parentRefs: is missing'],
    [{ parentRefs: [] }, 'httpRoute.parentRefs: is empty'],
    [{ parentRefs: 'public' }, 'httpRoute.parentRefs: is not a list'],
    [{ parentRefs: [{ namespace: 'gateways' }] }, 'httpRoute.parentRefs[0].name: is missing'],
    [{ hostnames: [] }, 'httpRoute.hostnames: is empty'],
    [{ hostnames: ['orders'] }, 'httpRoute.hostnames[0]: has no domain'],
    [{ hostnames: ['a.example.com', 'a.example.com'] }, 'httpRoute.hostnames: names one twice'],
    [{ path: '/orders?all' }, 'httpRoute.path: holds more than a plain path'],
    [{ pathType: 'Prefix' }, 'httpRoute.pathType: is none of what it may be, got "Prefix"'],
    [{ from: 'gateways' }, 'httpRoute.from: is no Peer'],
    [{ tls: true }, 'httpRoute.tls: is not known here'],
  ])('%j is refused: %s', (given, wrong) => {
    const base = Object.keys(given).length > 0 ? { parentRefs, hostnames } : {};
    expect(() => routed({ ...base, ...given } as HttpRouteProps)).toThrow(wrong);
  });
});
