import type { Chart } from 'cdk8s';
import { DataApi, type IngressProps, Peer } from 'cdk8s-tandem';
import { objectOf, synthesized } from '../synthesis';

const image = 'ghcr.io/acme/api:1.2.3';
const host = 'orders.example.com';
const exposed = (ingress: IngressProps) => (chart: Chart) => new DataApi(chart, 'api', { image, ingress });
const ingressOf = (ingress: IngressProps) => objectOf(synthesized(exposed(ingress)), 'Ingress', 'api');
const ingressRules = (define: (chart: Chart) => void) =>
  Object(objectOf(synthesized(define), 'NetworkPolicy', 'api')?.spec).ingress;
const controllerIn = (namespace: string) => [
  {
    from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }],
    ports: [{ port: 8000, protocol: 'TCP' }],
  },
];

describe('an ingress', () => {
  test('leads by TLS to the Service, by the name of its port', () => {
    expect(ingressOf({ host })).toMatchObject({
      apiVersion: 'networking.k8s.io/v1',
      spec: {
        tls: [{ hosts: [host], secretName: 'api-tls' }],
        rules: [
          {
            host,
            http: {
              paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'api', port: { name: 'http' } } } }],
            },
          },
        ],
      },
    });
  });

  test('says all that it is told', () => {
    const given: IngressProps = {
      host: '*.example.com',
      path: '/orders',
      pathType: 'Exact',
      ingressClassName: 'nginx',
      tlsSecretName: 'wildcard',
      clusterIssuer: 'letsencrypt',
      annotations: { 'nginx.ingress.kubernetes.io/proxy-body-size': '8m' },
    };
    expect(ingressOf(given)).toMatchObject({
      metadata: {
        annotations: {
          'nginx.ingress.kubernetes.io/proxy-body-size': '8m',
          'cert-manager.io/cluster-issuer': 'letsencrypt',
        },
      },
      spec: {
        ingressClassName: 'nginx',
        tls: [{ hosts: ['*.example.com'], secretName: 'wildcard' }],
        rules: [{ http: { paths: [{ path: '/orders', pathType: 'Exact' }] } }],
      },
    });
  });

  test('has several hosts and paths, each path for each host, and one certificate', () => {
    const backend = { service: { name: 'api', port: { name: 'http' } } };
    const paths = ['/orders', '/v2'].map((path) => ({ path, pathType: 'Prefix', backend }));
    expect(ingressOf({ host: [host, 'www.example.com'], path: ['/orders', '/v2'] })?.spec).toEqual({
      tls: [{ hosts: [host, 'www.example.com'], secretName: 'api-tls' }],
      rules: [
        { host, http: { paths } },
        { host: 'www.example.com', http: { paths } },
      ],
    });
  });

  test('opens the door to the controller, and without one it is closed', () => {
    const itself = [{ podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } } }];
    const closed = [{ from: itself, ports: [{ port: 8000, protocol: 'TCP' }] }];
    expect(ingressRules((chart) => new DataApi(chart, 'api', { image }))).toEqual(closed);
    expect(ingressRules(exposed({ host }))).toEqual(controllerIn('ingress-nginx'));
    expect(ingressRules(exposed({ host, controller: Peer.namespace('traefik') }))).toEqual(controllerIn('traefik'));
  });

  test('lets a controller in once that allowFrom names as well', () => {
    const allowFrom = [Peer.ingressController()];
    expect(ingressRules((chart) => new DataApi(chart, 'api', { image, ingress: { host }, allowFrom }))).toEqual(
      controllerIn('ingress-nginx'),
    );
  });

  test('without TLS says why', () => {
    expect(ingressOf({ host, insecureHttp: 'inside the office alone' })).toMatchObject({
      metadata: { annotations: { 'cdk8s-tandem/insecure-http': 'inside the office alone' } },
    });
    expect(ingressOf({ host, insecureHttp: 'inside the office alone' })?.spec).not.toHaveProperty('tls');
  });

  test('is the construct’s own to change', () => {
    synthesized((chart) => expect(exposed({ host })(chart).ingress?.name).toBe('api'));
  });

  test.each<[object, string]>([
    [{}, 'ingress.host: is missing'],
    [{ host: 'https://orders.example.com/api' }, 'write "orders.example.com".'],
    [{ host: 'orders.example.com:443' }, 'holds more than a host name'],
    [{ host: '10.0.0.1' }, 'is an IP address'],
    [{ host: 'Orders.example.com' }, 'write "orders.example.com".'],
    [{ host: '*' }, 'has "*" elsewhere than in place of the whole first part'],
    [{ host: 'a*.example.com' }, 'has "*" elsewhere than in place of the whole first part'],
    [{ host: '*.com' }, 'stands for every name of a whole top-level domain'],
    [{ host: 'orders_api.example.com' }, 'is no name in DNS'],
    [{ host: 'orders' }, 'has no domain'],
    [{ host, path: 'orders' }, 'ingress.path: does not start with "/"'],
    [{ host: [] }, 'ingress.host: is empty'],
    [{ host: [host, host] }, 'ingress.host: names one twice'],
    [{ host: [host, 'Orders.example.com'] }, 'ingress.host[1]: holds capitals'],
    [{ host, path: ['/a', 'b'] }, 'ingress.path[1]: does not start with "/"'],
    [{ host, path: ['/a', '/(b)'] }, 'ingress.path: is no plain path, as Prefix asks for, got "/(b)"'],
    [{ host, path: '/(a|b)' }, 'ingress.path: is no plain path, as Prefix asks for'],
    [{ host, path: '/a//b' }, 'ingress.path: is no plain path'],
    [{ host, pathType: 'prefix' }, 'write "Prefix".'],
    [
      { host, annotations: { 'nginx.ingress.kubernetes.io/configuration-snippet': 'x' } },
      'puts text into the configuration of the controller',
    ],
    [{ host, annotations: { 'nginx.ingress.kubernetes.io/auth-url': 'http://a\n;b' } }, 'ends a line'],
    [{ host, insecureHttp: true }, 'ingress.insecureHttp: is not text'],
    [{ host, insecureHttp: 'because' }, 'ingress.insecureHttp: is no reason'],
    [{ host, insecureHttp: 'in the office', tlsSecretName: 'a' }, 'is for TLS, and insecureHttp says'],
    [{ host, controller: 'nginx' }, 'ingress.controller: is no Peer'],
    [{ host, className: 'nginx' }, 'ingress.className: is not known here'],
  ])('%j is refused: %s', (ingress, wrong) => {
    const attempt = () => synthesized(exposed(ingress as IngressProps));
    expect(attempt).toThrow(wrong);
  });

  test('two APIs with one host and path are refused, and with two paths they are not', () => {
    const two =
      (one: IngressProps['path'], other: IngressProps['path'], ingressClassName?: string) => (chart: Chart) => {
        new DataApi(chart, 'api', { image, ingress: { host, path: one } });
        new DataApi(chart, 'web', { image, ingress: { host, path: other, ingressClassName } });
      };
    expect(() => synthesized(two('/', '/'))).toThrow(
      'orders/web · ingress: leads orders.example.com/ here, and orders/api has it already. Expected a host and a path for each API.',
    );
    expect(() => synthesized(two(['/v1', '/v2'], ['/v2', '/v3']))).toThrow('leads orders.example.com/v2 here');
    expect(() => synthesized(two('/', '/web'))).not.toThrow();
    expect(() => synthesized(two('/', '/', 'internal'))).not.toThrow();
  });

  test('a regular expression is for whoever says that the controller makes something of it', () => {
    expect(ingressOf({ host, path: '/(a|b)', pathType: 'ImplementationSpecific' })).toMatchObject({
      spec: { rules: [{ http: { paths: [{ path: '/(a|b)' }] } }] },
    });
  });
});
