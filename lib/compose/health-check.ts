import { approximated, type Difference, local } from '../differences/difference';
import type { HealthCheckCommand, HealthCheckTool } from '../local/local-options';
import type { Probe, Probes, Question } from '../workloads/workload';
import type { HealthCheck } from './compose-file';
import type { Fragment } from './fragment';
import type { Unit } from './unit';

/**
 * Compose has one health check where a pod has three probes. Readiness speaks for all: it is what others wait for. The
 * time that the startup probe allows is the start period. For a sidecar that probe itself speaks: the containers after
 * it wait for that one.
 */
export function healthOf({ container, role, local: { healthCheck: way } }: Unit): Fragment {
  const { startup, readiness, liveness } = container.probes;
  const probe = (container.sidecar ? startup : undefined) ?? readiness ?? startup ?? liveness;
  if (typeof way === 'object') return askedByCommand(way, probe, container.probes);
  const test = probe && role !== 'init' ? testOf(probe, way) : undefined;
  if (!probe || !test) return { differences: unasked(container.probes, way) };
  return {
    service: { healthcheck: healthCheck(test, probe, container.probes) },
    differences: unheard(container.probes, probe),
  };
}

/** A command of the laptop's own: as often as the probe is asked, or else as a kubelet asks, but with time to start. */
function askedByCommand({ exec }: HealthCheckCommand, probe: Probe | undefined, probes: Probes): Fragment {
  const times = probe ?? { initialDelaySeconds: 0, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 };
  const reason = 'asked by the command of healthCheck';
  const replaced = ['exec', 'httpGet', 'tcpSocket', 'grpc'].map((by) => probe?.field.at(by));
  return {
    service: { healthcheck: healthCheck(['CMD', ...exec], times, probes) },
    differences: [
      ...replaced.flatMap((field) =>
        field?.exists ? [local(field, reason, 'what the probe asks shows only there')] : [],
      ),
      ...(probe ? unheard(probes, probe) : []),
    ],
  };
}

type Times = Omit<Probe, 'field' | 'asks'>;

/**
 * Whoever is not healthy after the start period ends `docker compose up`. In a cluster a readiness probe ends nothing:
 * the startup probe does, or else the liveness probe, or else a Deployment that has made no progress for ten minutes.
 */
function healthCheck(test: readonly string[], probe: Times, { startup, liveness }: Probes): HealthCheck {
  const ends = startup ?? liveness;
  const patience = ends ? ends.initialDelaySeconds + ends.failureThreshold * ends.periodSeconds : 600;
  const budget = Math.max(patience, probe.initialDelaySeconds);
  return {
    test,
    interval: `${probe.periodSeconds}s`,
    timeout: `${probe.timeoutSeconds}s`,
    retries: probe.failureThreshold,
    start_period: `${budget}s`,
    start_interval: `${Math.min(startup?.periodSeconds ?? 1, probe.periodSeconds)}s`,
  };
}

/** An HTTP or TCP probe comes from outside the container in a cluster; here a program inside must ask. */
function testOf(probe: Probe, tool: HealthCheckTool | undefined): readonly string[] | undefined {
  if (tool === 'none') return undefined;
  if (probe.asks.by === 'exec') return ['CMD', ...probe.asks.command];
  return tool && askWith[tool](probe.asks, probe.timeoutSeconds);
}

type Http = Extract<Question, { by: 'http' }>;

type Ask = (question: Question, timeout: number) => readonly string[] | undefined;

/**
 * By the container's own host name, as a kubelet asks the pod's address: a server that listens on loopback alone is
 * as unhealthy here as it is there. Like a kubelet they ask no proxy, trust any certificate, and are content with a
 * redirect; wget alone follows it.
 */
const askWith: Readonly<Record<Exclude<HealthCheckTool, 'none'>, Ask>> = {
  python: (question, timeout) => {
    const limit = `timeout=${timeout}`;
    if (question.by === 'http') return python(pythonHttp(question, limit));
    return question.by === 'tcp'
      ? python(`from socket import *; create_connection((gethostname(), ${question.port}), ${limit})`)
      : undefined;
  },
  node: (question, timeout) => {
    if (question.by === 'http') return node(nodeHttp(question), timeout);
    return question.by === 'tcp'
      ? node(`net.connect(${question.port}, os.hostname(), () => exit(true))`, timeout)
      : undefined;
  },
  curl: (question, timeout) => shell(question, `curl -fgksS --noproxy '*' -m ${timeout} -o /dev/null`),
  wget: (question, timeout) => {
    const noProxy = 'http_proxy= https_proxy=';
    return shell(question, `${noProxy} wget -q -t 1 -T ${timeout} --no-check-certificate -O /dev/null`);
  },
  bash: (question, timeout) =>
    question.by === 'tcp'
      ? ['CMD', 'timeout', String(timeout), 'bash', '-c', `: < "/dev/tcp/$HOSTNAME/${question.port}"`]
      : undefined,
};

function python(program: string): readonly string[] {
  return ['CMD', 'python', '-c', program];
}

function pythonHttp({ scheme, port, path }: Http, limit: string): string {
  const [modules, connection, context] =
    scheme === 'https'
      ? ['http.client, socket, ssl', 'HTTPSConnection', ', context=ssl._create_unverified_context()']
      : ['http.client, socket', 'HTTPConnection', ''];
  const server = `http.client.${connection}(socket.gethostname(), ${port}, ${limit}${context})`;
  return `import ${modules}; c = ${server}; c.request('GET', '${quotable(path)}'); exit(c.getresponse().status > 399)`;
}

function node(program: string, timeout: number): readonly string[] {
  const exit = 'const exit = (ok) => process.exit(ok ? 0 : 1)';
  const otherwise = `process.on('uncaughtException', () => exit(false)); setTimeout(exit, ${timeout * 1000})`;
  return ['CMD', 'node', '-e', `${exit}; ${otherwise}; ${program}`];
}

function nodeHttp({ scheme, port, path }: Http): string {
  const trust = scheme === 'https' ? ', rejectUnauthorized: false' : '';
  const options = `{ host: os.hostname(), port: ${port}, path: '${quotable(path)}'${trust} }`;
  return `${scheme}.get(${options}, (r) => exit(r.statusCode < 400))`;
}

function shell(question: Question, command: string): readonly string[] | undefined {
  if (question.by !== 'http') return undefined;
  const { scheme, port, path } = question;
  return ['CMD-SHELL', `${command} "${scheme}://$HOSTNAME:${port}${quotable(path)}"`];
}

/** Nothing in a path can end the quotes around it, or is not of a URL. */
function quotable(path: string): string {
  const escaped = (character: string) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return (path.startsWith('/') ? path : `/${path}`)
    .replace(/[^!-~]+/gu, encodeURIComponent)
    .replace(/["'`$\\]/g, escaped);
}

function unasked(probes: Probes, tool: HealthCheckTool | undefined): readonly Difference[] {
  const none = 'no health check: healthCheck is none';
  const waits = 'whoever depends on it waits for its start only';
  if (tool === 'none') return probesOf(probes).map(({ field }) => local(field, none, waits));
  const how = tool ? `healthCheck '${tool}' cannot ask it` : 'nothing says which program of the image can ask it';
  return probesOf(probes).map(({ field }) =>
    approximated(field, `no health check: ${how}; ${waits}`, 'give local.healthCheck a program of the image'),
  );
}

function probesOf({ startup, readiness, liveness }: Probes): readonly Probe[] {
  return [startup, readiness, liveness].filter((probe) => probe !== undefined);
}

function unheard(probes: Probes, asked: Probe): readonly Difference[] {
  const which = asked === probes.readiness ? 'readiness' : 'startup';
  const reason = (probe: Probe) => {
    if (probe === probes.startup) return 'its time is the start period of the one health check';
    if (probe === probes.readiness) return 'who comes after a sidecar waits for its start: the health check asks that';
    const restart = 'Compose does not restart what is unhealthy';
    return probe === asked ? restart : `${restart}: the health check asks the ${which} probe`;
  };
  return probesOf(probes)
    .filter((probe) => probe !== asked || probe === probes.liveness)
    .map((probe) => approximated(probe.field, reason(probe), consequence(probe === probes.liveness)));
}

function consequence(isLiveness: boolean): string {
  return isLiveness ? 'a process that hangs stays: docker compose restart' : 'nothing, once it has started';
}
