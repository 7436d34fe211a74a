import type { HealthCheckTool } from 'cdk8s-tandem';
import { anyContainer, deployment } from '../workloads/manifests';
import { serviceFor, tandemOf, toldFor } from './tandem';

/** A probe, what the laptop is told, the test of the health check, and what differs. */
type Row = readonly [
  title: string,
  probe: object,
  tool: HealthCheckTool | undefined,
  test: string,
  told: readonly string[],
];

const ports = [{ name: 'web', containerPort: 8080 }];
const env = [
  { name: 'USER', value: 'app' },
  { name: 'WHOM', value: '$(USER)!' },
  { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'keys', key: 'token' } } },
];
const nameOfPort = 'containers/0/ports/0/name: dropped: a name within the manifests: Compose has port numbers';
const container = (probe: object) => ({ ports, env, envFrom: [], readinessProbe: probe });
const headers = [
  { name: 'Host', value: 'shop.example' },
  { name: 'X-Say', value: 'it\'s "$5"' },
  { name: 'X-Say', value: '\\o/' },
];

test.each<Row>([
  ['exec', { exec: { command: ['pg_isready', '-U', '$USER'] } }, undefined, 'pg_isready -U $USER', []],

  [
    'exec, with the variables that stand beside their names and as they are written there',
    { exec: { command: ['ask', '$(USER)', '$(WHOM)', '$(TOKEN)', '$(NOBODY)', '$$(USER)', '$$'] } },
    undefined,
    'ask app $(USER)!  $(NOBODY) $(USER) $',
    [],
  ],

  ['HTTP on a named port', { httpGet: { port: 'web' } }, 'curl', '"http://$HOSTNAME:8080/"', []],

  ['HTTP of another host', { httpGet: { host: '::1', path: '/ok', port: 80 } }, 'curl', '"http://[::1]:80/ok"', []],

  [
    'HTTP of another host by Python',
    { httpGet: { host: 'shop', port: 80 } },
    'python',
    "http.client.HTTPConnection('shop', 80, timeout=1)",
    [],
  ],

  [
    'HTTPS of another host by Node',
    { httpGet: { host: 'shop', port: 80, scheme: 'HTTPS' } },
    'node',
    "{ host: 'shop', port: 80",
    [],
  ],

  [
    'HTTP with headers by curl',
    { httpGet: { port: 80, httpHeaders: headers } },
    'curl',
    `-H 'Host: shop.example' -H 'X-Say: it'\\''s "$5", \\o/' "http://$HOSTNAME:80/"`,
    [],
  ],

  [
    'HTTP with headers by wget',
    { httpGet: { port: 80, httpHeaders: headers } },
    'wget',
    `--header 'Host: shop.example' --header 'X-Say: it'\\''s "$5", \\o/' "http://$HOSTNAME:80/"`,
    [],
  ],

  [
    'HTTP with headers by Python',
    { httpGet: { port: 80, httpHeaders: headers } },
    'python',
    `c.request('GET', '/', headers={'Host': 'shop.example', 'X-Say': 'it\\'s "$5", \\\\o/'})`,
    [],
  ],

  [
    'HTTP with headers by Node',
    { httpGet: { port: 80, httpHeaders: headers } },
    'node',
    `path: '/', headers: { 'Host': 'shop.example', 'X-Say': 'it\\'s "$5", \\\\o/' } }`,
    [],
  ],

  ['a header without a value, by curl', { httpGet: { port: 80, httpHeaders: [{ name: 'A' }] } }, 'curl', "-H 'A;'", []],

  ['TCP on a named port', { tcpSocket: { port: 'web' } }, 'bash', '"/dev/tcp/$HOSTNAME/8080"', []],

  [
    'TCP of another host',
    { tcpSocket: { host: 'db', port: 1 } },
    'python',
    "create_connection(('db', 1), timeout=1)",
    [],
  ],

  [
    'gRPC',
    { grpc: { port: 9000, service: 'orders' }, timeoutSeconds: 3 },
    'grpc_health_probe',
    'grpc_health_probe -addr=:9000 -connect-timeout=3s -rpc-timeout=3s -service=orders',
    [
      'containers/0/readinessProbe/grpc/port: approximated: asked on loopback: what asks it has no shell that knows the host name',
    ],
  ],
])('%s', (_, probe, healthCheck, asks, told) => {
  const { healthcheck } = serviceFor(container(probe), {}, { healthCheck });
  expect(healthcheck?.test?.slice(1).join(' ')).toContain(asks);
  expect(toldFor(container(probe), {}, { healthCheck })).toEqual([...told, nameOfPort]);
});

test('a port whose name no container has can be asked nowhere: it is a mistake', () => {
  const readinessProbe = { httpGet: { port: 'admin' } };
  expect(() => tandemOf([deployment('api', { containers: [{ ...anyContainer, ports, readinessProbe }] })])).toThrow(
    'Expected a number, or the name of a port of its container',
  );
});
