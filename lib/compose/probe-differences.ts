import { approximated, type Difference, local } from '../differences/difference';
import type { HealthCheckTool } from '../local/local-options';
import type { Probe, Probes } from '../workloads/probe';

type Field = Probe['field'];

/** What three probes say that one health check does not, leaf by leaf. */
export function unheard(probes: Probes, asked: Probe, byCommand: boolean): readonly Difference[] {
  return [
    ...(byCommand ? replaced(asked, asked === probes.liveness) : answered(asked, asked === probes.liveness)),
    ...silent(asked, asked === (probes.startup ?? probes.liveness) ? all : all.filter((key) => key !== delay)).map(
      (leaf) => approximated(leaf, 'asked from the start: what fails in the start period does not count', 'nothing'),
    ),
    ...notAsked(probes, asked),
  ];
}

/** No health check at all. */
export function unasked(probes: Probes, tool: HealthCheckTool | undefined): readonly Difference[] {
  const leaves = probesOf(probes).flatMap((probe) => silent(probe, []));
  const none = 'no health check: healthCheck is none';
  const waits = 'whoever depends on it waits for its start only';
  if (tool === 'none') return leaves.map((leaf) => local(leaf, none, waits));
  const how = tool ? `healthCheck '${tool}' cannot ask it` : 'nothing says which program of the image can ask it';
  const reason = `no health check: ${how}; ${waits}`;
  return leaves.map((leaf) =>
    approximated(leaf, reason, 'nobody asks whether it is well: give local.healthCheck a program of the image'),
  );
}

const handlers = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
const delay = 'initialDelaySeconds';
const budget = [delay, 'periodSeconds', 'failureThreshold'];
const all = [...handlers, ...budget, 'timeoutSeconds'];
/** Nobody reads them: their reasons are those of all fields that are left out. */
const unread = ['successThreshold', 'terminationGracePeriodSeconds'];

/** The leaves below other keys than these. */
function silent({ field }: Probe, said: readonly string[]): readonly Field[] {
  const keys = [...said, ...unread];
  return field.leaves().filter((leaf) => !keys.includes(String(leaf.path[field.path.length])));
}

const noRestart = 'Compose does not restart what is unhealthy';
const staysHung = 'a process that hangs stays: docker compose restart';

function replaced(probe: Probe, isLiveness: boolean): readonly Difference[] {
  const means = isLiveness ? staysHung : 'what the probe asks shows only there';
  return silent(probe, budget).map((leaf) => local(leaf, 'asked by the command of healthCheck', means));
}

function answered(probe: Probe, isLiveness: boolean): readonly Difference[] {
  const loopback = 'asked on loopback: what asks it has no shell that knows the host name';
  return [
    ...(isLiveness ? handlerOf(probe).map((leaf) => approximated(leaf, noRestart, staysHung)) : []),
    ...(probe.asks.by === 'grpc'
      ? [approximated(probe.field.at('grpc', 'port'), loopback, 'a server that listens there alone is healthy here')]
      : []),
  ];
}

function handlerOf(probe: Probe): readonly Field[] {
  return silent(probe, [...budget, 'timeoutSeconds']);
}

function notAsked(probes: Probes, asked: Probe): readonly Difference[] {
  const which = asked === probes.readiness ? 'readiness' : 'startup';
  const { startup, readiness, liveness } = probes;
  const tell = (probe: Probe | undefined, said: readonly string[], reason: string, means: string) =>
    probe && probe !== asked ? silent(probe, said).map((leaf) => approximated(leaf, reason, means)) : [];
  return [
    ...tell(
      startup,
      budget,
      'its time is the start period of the one health check, which asks the readiness probe',
      'nothing, once it has started',
    ),
    ...tell(
      readiness,
      [],
      'who comes after a sidecar waits for its start: the health check asks that',
      'nothing, once it has started',
    ),
    ...tell(liveness, startup ? [] : budget, `${noRestart}: the health check asks the ${which} probe`, staysHung),
  ];
}

function probesOf({ startup, readiness, liveness }: Probes): readonly Probe[] {
  return [startup, readiness, liveness].filter((probe) => probe !== undefined);
}
