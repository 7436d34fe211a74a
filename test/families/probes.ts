import fc from 'fast-check';
import type { Family, Right, Wrong } from './family';
import { noCount, noText } from './strangers';

const prop = fc.constantFrom('startupProbe' as const, 'livenessProbe' as const, 'readinessProbe' as const);

const headerName = fc.constantFrom('X-Probe', 'Host', '-1', 'a');
const headerValue = fc.constantFrom('', 'a', 'ñ', 'a b', '$HOME', 'yes', '"a"', '0o7');
const port = fc.constantFrom<unknown>(8000, 'http');
const handler = fc.oneof(
  fc.record({
    httpGet: fc.record(
      {
        path: fc.constantFrom('/', '/asked', '/a?b=c&d', '/a%20b'),
        port,
        scheme: fc.constantFrom('HTTP', 'HTTPS'),
        httpHeaders: fc.array(fc.record({ name: headerName, value: headerValue }), { maxLength: 2 }),
      },
      { requiredKeys: ['port', 'path'] },
    ),
  }),
  fc.record({ tcpSocket: fc.record({ port }) }),
  fc.record({
    exec: fc.record({ command: fc.constantFrom(['true'], ['sh', '-c', 'exit 0 # $HOME'], ['a', '', '\n', 'ñ']) }),
  }),
  fc.record({
    grpc: fc.record({ port: fc.constant(8000), service: fc.constantFrom('', 'orders') }, { requiredKeys: ['port'] }),
  }),
);
const times = fc.record(
  {
    initialDelaySeconds: fc.integer({ min: 0, max: 3600 }),
    periodSeconds: fc.integer({ min: 1, max: 3600 }),
    timeoutSeconds: fc.integer({ min: 1, max: 3600 }),
    failureThreshold: fc.integer({ min: 1, max: 10_000 }),
  },
  { requiredKeys: [] },
);

const seconds = fc.oneof(noCount, fc.constantFrom(3601, 2 ** 31));
const word = noText;
const wrongPort = fc.oneof(
  noCount.filter((value) => typeof value !== 'string' && !(value instanceof Number)),
  fc.constantFrom<unknown>(0, 65_536, '', '8000', 'HTTP', 'a--b', '-a', 'a-', 'a_b', 'x'.repeat(16), 'ñ', { value: 0 }),
);
const wrongPath = fc.constantFrom<unknown>(
  '',
  'ready',
  'http://a/b',
  '//a',
  '/a b',
  '/a#b',
  '/%zz',
  '/../a',
  '/é',
  '/\n',
  3,
  null,
);
const wrongHeader = fc.constantFrom<unknown>(
  { name: 'X Y', value: 'a' },
  { name: '', value: 'a' },
  { name: 'a:', value: 'a' },
  { name: 'x_1', value: 'a' },
  { name: 'a.b', value: 'a' },
  { name: 'é', value: 'a' },
  { name: 'a', value: 'b\r\nc: d' },
  { name: 'a', value: 3 },
  { name: 'a' },
  { value: 'a' },
  'a: b',
  null,
);

/** A probe, and where in it something is wrong. */
type Place = readonly [at: string, probe: fc.Arbitrary<unknown>];
const places: readonly Place[] = [
  ['', fc.constantFrom<unknown>(null, 3, 'never', [], true, 'NONE', '')],
  ['.httpGet.port', wrongPort.map((port) => ({ httpGet: { port } }))],
  ['.tcpSocket.port', wrongPort.map((port) => ({ tcpSocket: { port } }))],
  ['.grpc.port', fc.oneof(noCount, fc.constantFrom<unknown>(0, 65_536, 'http')).map((port) => ({ grpc: { port } }))],
  ['.httpGet.path', wrongPath.map((path) => ({ httpGet: { port: 8000, path } }))],
  ['.httpGet.httpHeaders[0]', wrongHeader.map((header) => ({ httpGet: { port: 8000, httpHeaders: [header] } }))],
  [
    '.httpGet.scheme',
    fc.constantFrom<unknown>('http', 'FTP', '', null).map((scheme) => ({ httpGet: { port: 8000, scheme } })),
  ],
  ['.httpGet.port', fc.constant({ httpGet: {} })],
  [
    '.exec.command',
    fc.constantFrom<unknown>([], [''], 'true', null, [null], [3], ['a\0']).map((command) => ({ exec: { command } })),
  ],
  ['.exec', word.filter((value) => typeof value !== 'object').map((exec) => ({ exec }))],
  ['.periodSeconds', fc.oneof(seconds, fc.constant(0)).map((periodSeconds) => ({ periodSeconds }))],
  ['.initialDelaySeconds', seconds.map((initialDelaySeconds) => ({ initialDelaySeconds }))],
  ['.timeoutSeconds', fc.oneof(seconds, fc.constant(0)).map((timeoutSeconds) => ({ timeoutSeconds }))],
  [
    '.failureThreshold',
    fc.oneof(noCount, fc.constantFrom(0, 10_001)).map((failureThreshold) => ({ failureThreshold })),
  ],
  ['', fc.constant({ exec: { command: ['true'] }, tcpSocket: { port: 8000 } })],
  ['.periodSecond', fc.constant({ periodSecond: 3 })],
];

const number = fc.oneof(fc.integer({ min: -1, max: 70_000 }), fc.constantFrom<unknown>(0.5, '8000', Number.NaN, 1e21));
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('$(A)', '${A}', 'yes', '<<'));
const near = fc.oneof(
  fc.constant('none'),
  fc.record(
    {
      httpGet: fc.record(
        {
          path: fc.constantFrom('/', '/a', '', 'a', '/..', '/é', '/ready?a=b'),
          port: fc.oneof(number, fc.constantFrom('http', 'nope')),
        },
        { requiredKeys: [] },
      ),
      exec: fc.record({ command: fc.array(text, { maxLength: 2 }) }),
      periodSeconds: number,
      successThreshold: fc.integer({ min: 0, max: 3 }),
    },
    { requiredKeys: [] },
  ),
);

export const probes: Family = {
  right: fc.oneof(
    fc.tuple(prop, handler, times).map(
      ([prop, handler, times]): Right => ({
        kind: 'api',
        props: { [prop]: { ...handler, ...times } },
        kept: ({ container }) => expect(container[prop]).toMatchObject({ ...handler, ...times }),
      }),
    ),
    prop.map(
      (prop): Right => ({
        kind: 'api',
        props: { [prop]: 'none' },
        kept: ({ container }) => expect(container).not.toHaveProperty(prop),
      }),
    ),
  ),
  wrong: fc.oneof(
    fc
      .tuple(prop, fc.constantFrom(...places))
      .chain(([prop, [at, probe]]) =>
        probe.map((given): Wrong => ({ kind: 'api', props: { [prop]: given }, prop: `${prop}${at}` })),
      ),
    fc.constantFrom('startupProbe', 'livenessProbe').map(
      (prop): Wrong => ({
        kind: 'api',
        props: { [prop]: { successThreshold: 2 } },
        prop: `${prop}.successThreshold`,
      }),
    ),
    fc.constant<Wrong>({ kind: 'api', props: { livenessPath: '/ready' }, prop: 'livenessPath' }),
    fc.constant<Wrong>({
      kind: 'api',
      props: { livenessProbe: { httpGet: { port: 8000, path: '/ready' } } },
      prop: 'livenessProbe',
    }),
  ),
  near: fc.tuple(prop, near).map(([prop, probe]) => ({ kind: 'api', props: { [prop]: probe } })),
};
