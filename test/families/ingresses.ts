import { Peer } from 'cdk8s-tandem';
import fc from 'fast-check';
import type { Family, Right, Wrong } from './family';
import { dnsLabel, noText, strangers, withStranger } from './strangers';

const label = dnsLabel(20, 'az09');
const host = fc
  .tuple(fc.boolean(), fc.array(label, { minLength: 1, maxLength: 3 }))
  .map(([all, labels]) => `${all ? '*.' : ''}${labels.join('.')}.example`);
const path = fc
  .array(
    fc
      .string({ unit: fc.constantFrom(...'aZ9._~-'), minLength: 1, maxLength: 6 })
      .filter((part) => !/^\.+$/.test(part)),
    { maxLength: 3 },
  )
  .map((parts) => `/${parts.join('/')}`);
const name = fc.constantFrom('nginx', 'a.b-c', '1');
const annotations = fc.dictionary(
  fc.constantFrom('nginx.ingress.kubernetes.io/proxy-body-size', 'toString', 'a'),
  fc.constantFrom('8m', '', 'yes', '0o7', '$host', 'ñ', '"a"'),
  { maxKeys: 2 },
);

const right = fc
  .record({
    host,
    path,
    pathType: fc.constantFrom('Prefix', 'Exact', 'ImplementationSpecific'),
    ingressClassName: name,
    tlsSecretName: fc.constantFrom('tls', 'a.b'),
    annotations,
  })
  .map(
    ({ host, path, pathType, annotations, ...rest }): Right => ({
      kind: 'api',
      props: { ingress: { host, path, pathType, annotations, ...rest, controller: Peer.namespace('ingress') } },
      kept({ objects }) {
        const ingress = objects.find(({ kind }) => kind === 'Ingress');
        expect(ingress?.spec).toMatchObject({
          ingressClassName: rest.ingressClassName,
          rules: [{ host, http: { paths: [{ path, pathType }] } }],
          tls: [{ hosts: [host], secretName: rest.tlsSecretName }],
        });
        expect(Object(ingress?.metadata.annotations)).toMatchObject({ ...annotations });
      },
    }),
  );

const wrongHost = fc.oneof(
  withStranger(host, [...strangers, 'A', '_', '..', '/', ':', '@', '-.']),
  fc.constantFrom<unknown>(
    '',
    '*',
    '*.com',
    'localhost',
    'a.*.com',
    '**.a.com',
    '10.1.2.3',
    'http://a.example',
    'a.example:80',
    'a.example.',
  ),
  fc.constantFrom<unknown>(
    '.a.example',
    `${'a'.repeat(64)}.example`,
    'a.'.repeat(130),
    '-a.example',
    'a-.example',
    undefined,
  ),
  noText,
);
const wrongPath = fc.oneof(
  withStranger(path, ['\0', '\n', ' ', '\u202e', '\ud800', '#', '?', '%', '(', '[', '//', '\\', 'é']),
  fc.constantFrom<unknown>('', 'orders', '/a//b', '/(.*)', '/a|b', '${P}', 'https://a/b', '*'),
  noText,
);
const at = (rest: object) => ({ ingress: { host: 'a.example.com', ...rest } });

export const ingresses: Family = {
  right,
  wrong: fc.oneof(
    wrongHost.map((host): Wrong => ({ kind: 'api', props: { ingress: { host } }, prop: 'ingress.host' })),
    wrongPath.map((path): Wrong => ({ kind: 'api', props: at({ path }), prop: 'ingress.path' })),
    fc
      .constantFrom<unknown>('prefix', 'Regex', '', null, 3)
      .map((pathType): Wrong => ({ kind: 'api', props: at({ pathType }), prop: 'ingress.pathType' })),
    fc
      .tuple(
        fc.constantFrom('ingressClassName', 'tlsSecretName', 'clusterIssuer'),
        fc.oneof(noText, fc.constantFrom('', 'A', 'a_b', 'a b', '-', 'a'.repeat(254))),
      )
      .map(([key, value]): Wrong => ({ kind: 'api', props: at({ [key]: value }), prop: `ingress.${key}` })),
    fc
      .constantFrom<readonly [string, unknown]>(
        ['nginx.ingress.kubernetes.io/configuration-snippet', 'a'],
        ['nginx.ingress.kubernetes.io/server-snippet', 'a'],
        ['a', 'b\nc'],
        ['a', 3],
        ['a b', 'c'],
        ['constructor', 'c'],
        ['', 'c'],
      )
      .map(
        ([key, value]): Wrong => ({
          kind: 'api',
          props: at({ annotations: { [key]: value } }),
          prop: 'ingress.annotations',
        }),
      ),
    fc
      .constantFrom<unknown>('', 'because', true, null)
      .map((insecureHttp): Wrong => ({ kind: 'api', props: at({ insecureHttp }), prop: 'ingress.insecureHttp' })),
    fc
      .constantFrom<unknown>(null, true, 'a.example.com', [])
      .map((ingress): Wrong => ({ kind: 'api', props: { ingress }, prop: 'ingress' })),
    fc
      .constantFrom<unknown>('nginx', null, {})
      .map((controller): Wrong => ({ kind: 'api', props: at({ controller }), prop: 'ingress.controller' })),
    fc.constant<Wrong>({
      kind: 'api',
      props: at({ insecureHttp: 'in a test', tlsSecretName: 'tls' }),
      prop: 'ingress.tlsSecretName',
    }),
  ),
  near: fc
    .record({
      host: fc.constantFrom('a.example.com', 'A.b', '*', '*.b.c', '', '1.2', 'a.1', 'xn--a.b', 'a--b.c', '0.0'),
      path: fc.constantFrom('/', '/a', '', '/a/../b', '/.', '/a%2Fb', '/(.*)', '/é', '/a/'),
      pathType: fc.constantFrom('Prefix', 'Exact', 'ImplementationSpecific'),
      insecureHttp: fc.constant('in a test'),
    })
    .map((ingress) => ({ kind: 'api', props: { ingress } })),
};
