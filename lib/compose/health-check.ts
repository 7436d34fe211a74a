import { approximated, type Difference } from '../differences/difference';
import type { HealthCheckTool } from '../local/local-options';
import type { Probe, Probes, Question } from '../workloads/workload';
import type { HealthCheck } from './compose-file';
import type { Fragment } from './fragment';
import type { Unit } from './unit';

/**
 * Compose has one health check where a pod has three probes. Readiness speaks for all: it is what others wait for. The
 * time that the startup probe allows is the start period.
 */
export function healthOf({ container, workload, role }: Unit): Fragment {
  const { startup, readiness, liveness } = container.probes;
  const probe = readiness ?? startup ?? liveness;
  const tool = role === 'main' ? workload.local.healthCheck : undefined;
  if (!probe || role === 'init' || tool === 'none') return { differences: probe ? unasked(probe, tool) : [] };
  const test = testOf(probe, tool);
  if (!test) return { differences: unasked(probe, tool) };
  return { service: { healthcheck: healthCheck(test, probe, startup) }, differences: unheard(container.probes, probe) };
}

function healthCheck(test: readonly string[], probe: Probe, startup: Probe | undefined): HealthCheck {
  const budget = startup
    ? startup.initialDelaySeconds + startup.failureThreshold * startup.periodSeconds
    : probe.initialDelaySeconds;
  return {
    test,
    interval: `${probe.periodSeconds}s`,
    timeout: `${probe.timeoutSeconds}s`,
    retries: probe.failureThreshold,
    ...(budget > 0 && {
      start_period: `${budget}s`,
      start_interval: `${Math.min(startup?.periodSeconds ?? 1, probe.periodSeconds)}s`,
    }),
  };
}

/** An HTTP or TCP probe comes from outside the container in a cluster; here a program inside must ask. */
function testOf(probe: Probe, tool: HealthCheckTool | undefined): readonly string[] | undefined {
  if (probe.asks.by === 'exec') return ['CMD', ...probe.asks.command];
  return tool && tool !== 'none' ? askWith[tool](probe.asks, probe.timeoutSeconds) : undefined;
}

type Http = Extract<Question, { by: 'http' }>;

type Ask = (question: Question, timeout: number) => readonly string[] | undefined;

/**
 * By the container's own host name, as a kubelet asks the pod's address: a server that listens on loopback alone is
 * as unhealthy here as it is there.
 */
const askWith: Readonly<Record<Exclude<HealthCheckTool, 'none'>, Ask>> = {
  python: (question, timeout) => {
    const from = 'from socket import *; from urllib.request import urlopen';
    if (question.by === 'http')
      return python(`${from}; urlopen(${address(question, 'gethostname()')}, None, ${timeout})`);
    return question.by === 'tcp'
      ? python(`${from}; create_connection((gethostname(), ${question.port}), ${timeout})`)
      : undefined;
  },
  node: (question, timeout) => {
    const limit = `{ signal: AbortSignal.timeout(${timeout * 1000}) }`;
    if (question.by === 'http')
      return node(`fetch(${address(question, 'os.hostname()')}, ${limit}).then((r) => exit(r.ok))`);
    return question.by === 'tcp' ? node(`net.connect(${question.port}, os.hostname(), () => exit(true))`) : undefined;
  },
  curl: (question, timeout) => shell(question, (url) => `curl -fsSk -m ${timeout} -o /dev/null "${url}"`),
  wget: (question, timeout) => shell(question, (url) => `wget -q -T ${timeout} -O /dev/null "${url}"`),
  bash: ({ by, ...question }, timeout) =>
    by === 'tcp' && 'port' in question
      ? ['CMD', 'timeout', String(timeout), 'bash', '-c', `: < "/dev/tcp/$HOSTNAME/${question.port}"`]
      : undefined,
};

function python(program: string): readonly string[] {
  return ['CMD', 'python', '-c', program];
}

function node(program: string): readonly string[] {
  return [
    'CMD',
    'node',
    '-e',
    `const exit = (ok) => process.exit(ok ? 0 : 1); process.on('uncaughtException', () => exit(false)); ${program}`,
  ];
}

function shell(question: Question, command: (url: string) => string): readonly string[] | undefined {
  if (question.by !== 'http') return undefined;
  return ['CMD-SHELL', command(`${question.scheme}://$HOSTNAME:${question.port}${path(question)}`)];
}

/** An expression that Python and JavaScript read alike. */
function address(question: Http, host: string): string {
  return `'${question.scheme}://' + ${host} + ':${question.port}${path(question)}'`;
}

/** Nothing in a path can end the quotes around it. */
function path({ path }: Http): string {
  return path.replace(/["'`$\\\s]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function unasked(probe: Probe, tool: HealthCheckTool | undefined): readonly Difference[] {
  const how = tool ? `healthCheck '${tool}' cannot ask it` : 'nothing says which program of the image can ask it';
  return [approximated(probe.field, `no health check: ${how}; whoever depends on it waits for its start only`)];
}

function unheard(probes: Probes, asked: Probe): readonly Difference[] {
  return [probes.startup, probes.readiness, probes.liveness]
    .filter((probe): probe is Probe => probe !== undefined && probe !== asked)
    .map((probe) =>
      approximated(
        probe.field,
        probe === probes.liveness
          ? 'Compose does not restart what is unhealthy: the health check asks the readiness probe'
          : 'its time is the start period of the one health check',
      ),
    );
}
