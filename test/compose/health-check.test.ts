import type { HealthCheckTool } from 'cdk8s-tandem';
import { anyContainer, deployment } from '../workloads/manifests';
import { serviceFor, tandemOf, toldFor, toldOf } from './tandem';

const http = (path: string, more: object = {}) => ({ httpGet: { path, port: 8000, ...more } });
const tcp = { tcpSocket: { port: 5432 } };
const exec = { exec: { command: ['pg_isready', '-U', '$USER'] } };
/** The paths of all that an object says. */
const leavesOf = (object: object, at = ''): string[] =>
  Object.entries(object).flatMap(([key, value]) =>
    typeof value === 'object' ? leavesOf(value, `${at}${key}/`) : [`${at}${key}`],
  );

const testOf = (readinessProbe: object, healthCheck?: HealthCheckTool) =>
  serviceFor({ readinessProbe }, {}, { healthCheck }).healthcheck?.test;

describe('how it is asked', () => {
  test('an exec probe is asked as it is', () => {
    expect(testOf(exec)).toEqual(['CMD', 'pg_isready', '-U', '$USER']);
    expect(testOf(exec, 'curl')).toEqual(['CMD', 'pg_isready', '-U', '$USER']);
  });

  test.each<[HealthCheckTool, string]>([
    [
      'python',
      "import http.client, socket; c = http.client.HTTPConnection(socket.gethostname(), 8000, timeout=1); c.request('GET', '/ok'); r = c.getresponse(); print(r.status, r.reason); exit(r.status > 399)",
    ],
    [
      'node',
      "const exit = (ok) => process.exit(ok ? 0 : 1); process.on('uncaughtException', () => exit(false)); setTimeout(exit, 1000); http.get({ host: os.hostname(), port: 8000, path: '/ok' }, (r) => exit(r.statusCode < 400))",
    ],
    ['curl', 'curl -fgksS --noproxy \'*\' -m 1 -o /dev/null "http://$HOSTNAME:8000/ok"'],
    [
      'wget',
      'http_proxy= https_proxy= wget -q -t 1 -T 1 --no-check-certificate -O /dev/null "http://$HOSTNAME:8000/ok"',
    ],
  ])('an HTTP probe by %s', (tool, program) => {
    expect(testOf(http('/ok'), tool)?.at(-1)).toBe(program);
  });

  test.each<[HealthCheckTool, readonly string[]]>([
    ['python', ['CMD', 'python', '-c', 'from socket import *; create_connection((gethostname(), 5432), timeout=1)']],
    [
      'node',
      [
        'CMD',
        'node',
        '-e',
        "const exit = (ok) => process.exit(ok ? 0 : 1); process.on('uncaughtException', () => exit(false)); setTimeout(exit, 1000); net.connect(5432, os.hostname(), () => exit(true))",
      ],
    ],
    ['bash', ['CMD', 'timeout', '1', 'bash', '-c', ': < "/dev/tcp/$HOSTNAME/5432"']],
  ])('a TCP probe by %s', (tool, test) => {
    expect(testOf(tcp, tool)).toEqual(test);
  });

  test.each<HealthCheckTool>(['python', 'node', 'curl', 'wget'])(
    '%s trusts any certificate, as a kubelet does',
    (tool) => {
      const [plain, secure] = [http('/ok'), http('/ok', { scheme: 'HTTPS' })].map((probe) =>
        testOf(probe, tool)?.at(-1),
      );
      expect(secure).not.toBe(plain);
      expect(secure).toMatch(/_create_unverified_context|rejectUnauthorized: false|curl -\w*k|--no-check-certificate/);
    },
  );

  test.each<HealthCheckTool>(['python', 'node', 'curl', 'wget'])('no path ends the quotes around it, by %s', (tool) => {
    const program = testOf(http('it\'s "q" $HOME `id` \\ é?a=1&b=[2]'), tool)?.at(-1);
    expect(program).toContain('/it%27s%20%22q%22%20%24HOME%20%60id%60%20%5c%20%C3%A9?a=1&b=[2]');
  });

  test('a port by its name is its number', () => {
    const ports = [{ name: 'web', containerPort: 8080 }];
    const readinessProbe = { httpGet: { port: 'web' } };
    const { healthcheck } = serviceFor({ ports, readinessProbe }, {}, { healthCheck: 'curl' });
    expect(healthcheck?.test.at(-1)).toContain('"http://$HOSTNAME:8080/"');
  });
});

describe('it is not asked', () => {
  const why = (how: string) => `approximated: no health check: ${how}; whoever depends on it waits for its start only`;

  test.each<[string, object, HealthCheckTool | undefined, string]>([
    ['without a program that could', http('/ok'), undefined, 'nothing says which program of the image can ask it'],
    ['by curl, over TCP', tcp, 'curl', "healthCheck 'curl' cannot ask it"],
    ['by bash, over HTTP', http('/ok'), 'bash', "healthCheck 'bash' cannot ask it"],
  ])('%s, and each probe says so', (_, probe, healthCheck, how) => {
    const probes = { readinessProbe: probe, livenessProbe: probe };
    expect(serviceFor(probes, {}, { healthCheck }).healthcheck).toBeUndefined();
    const leaves = (name: string) => leavesOf(probe).map((leaf) => `containers/0/${name}/${leaf}: ${why(how)}`);
    expect(toldFor(probes, {}, { healthCheck })).toEqual([...leaves('readinessProbe'), ...leaves('livenessProbe')]);
  });

  test('where nobody wants it, and each probe says so', () => {
    const probes = { readinessProbe: exec, livenessProbe: exec };
    expect(serviceFor(probes, {}, { healthCheck: 'none' }).healthcheck).toBeUndefined();
    expect(toldFor(probes, {}, { healthCheck: 'none' })).toEqual(
      ['readinessProbe', 'livenessProbe'].flatMap((name) =>
        [0, 1, 2].map(
          (index) => `containers/0/${name}/exec/command/${index}: local: no health check: healthCheck is none`,
        ),
      ),
    );
  });

  test('by gRPC, unless the image holds the one program that speaks it', () => {
    expect(testOf({ grpc: { port: 9000 } }, 'python')).toBeUndefined();
    expect(toldFor({ livenessProbe: { grpc: { port: 9000 } } })).toEqual([
      `containers/0/livenessProbe/grpc/port: ${why('nothing says which program of the image can ask it')}`,
    ]);
  });

  test('of a container beside the main one, of whose image the laptop knows no program', () => {
    const tail = { ...anyContainer, name: 'tail', readinessProbe: http('/ok') };
    const output = tandemOf([deployment('api', { containers: [anyContainer, tail] })], {
      api: {},
    });
    expect(output.rendered.file.services['api-tail']?.healthcheck).toBeUndefined();
    expect(toldOf(output)).toEqual(
      ['path', 'port'].map(
        (leaf) =>
          `containers/1/readinessProbe/httpGet/${leaf}: ${why('nothing says which program of the image can ask it')}`,
      ),
    );
  });
});

describe('a command of the laptop', () => {
  const healthCheck = { exec: ['pg_isready', '-h', '127.0.0.1'] };

  test('takes the place of any probe, as often as that is asked, and says so', () => {
    const readinessProbe = { ...tcp, periodSeconds: 7, timeoutSeconds: 3, failureThreshold: 4 };
    expect(serviceFor({ readinessProbe }, {}, { healthCheck }).healthcheck).toEqual({
      test: ['CMD', 'pg_isready', '-h', '127.0.0.1'],
      interval: '7s',
      timeout: '3s',
      retries: 4,
      start_period: '600s',
      start_interval: '1s',
    });
    expect(toldFor({ readinessProbe: http('/ok') }, {}, { healthCheck })).toEqual([
      'containers/0/readinessProbe/httpGet/path: local: asked by the command of healthCheck',
      'containers/0/readinessProbe/httpGet/port: local: asked by the command of healthCheck',
    ]);
  });

  test('asks a container that has no probe, too', () => {
    expect(serviceFor({}, {}, { healthCheck }).healthcheck).toMatchObject({
      interval: '10s',
      timeout: '5s',
      retries: 3,
    });
    expect(toldFor({}, {}, { healthCheck })).toEqual([]);
  });
});

describe('a container beside the first', () => {
  const exporter = { ...anyContainer, name: 'exporter', readinessProbe: http('/metrics') };
  const proxy = { ...anyContainer, name: 'proxy', restartPolicy: 'Always', startupProbe: tcp };
  const pod = deployment('db', {
    initContainers: [proxy],
    containers: [{ ...anyContainer, readinessProbe: exec }, exporter],
  });

  test('is asked as is said under its name', () => {
    const containers = { exporter: { healthCheck: 'wget' }, proxy: { healthCheck: 'bash' } } as const;
    const { services } = tandemOf([pod], { db: { containers } }).rendered.file;
    expect(services['db-exporter']?.healthcheck?.test.at(-1)).toContain('wget -q');
    expect(services['db-proxy']?.healthcheck?.test).toContain('bash');
    expect(services.db?.healthcheck?.test).toEqual(['CMD', 'pg_isready', '-U', '$USER']);
  });
});
