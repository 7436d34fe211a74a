import type { HealthCheckCommand, HealthCheckTool } from '../local/local-options';
import type { Probe, Probes } from '../workloads/probe';
import { askWith } from './ask-with';
import type { HealthCheck } from './compose-file';
import type { Fragment } from './fragment';
import { unasked, unheard } from './probe-differences';
import type { Unit } from './unit';

/**
 * Compose has one health check where a pod has three probes. Readiness speaks for all: it is what others wait for. The
 * time that the startup probe allows is the start period. For a sidecar that probe itself speaks: the containers after
 * it wait for that one.
 *
 * A check that the image brings along stays where the pod has none, though a kubelet knows nothing of it: Compose cannot
 * wait for a service whose check is disabled, `docker compose up --wait` fails for it.
 */
export function healthOf({ container, role, local: { healthCheck: way } }: Unit): Fragment {
  if (role === 'clock' || role === 'once') return {};
  const { startup, readiness, liveness } = container.probes;
  const probe = (container.sidecar ? startup : undefined) ?? readiness ?? startup ?? liveness;
  if (typeof way === 'object') return askedByCommand(way, probe, container.probes);
  const test = probe && role !== 'init' ? testOf(probe, way) : undefined;
  if (!probe || !test) return { differences: unasked(container.probes, way) };
  return {
    service: { healthcheck: healthCheck(test, probe, container.probes) },
    differences: unheard(container.probes, probe, false),
  };
}

/** A command of the laptop's own: as often as the probe is asked, or else as a kubelet asks, but with time to start. */
function askedByCommand({ exec }: HealthCheckCommand, probe: Probe | undefined, probes: Probes): Fragment {
  const times = probe ?? { initialDelaySeconds: 0, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 };
  return {
    service: { healthcheck: healthCheck(['CMD', ...exec], times, probes) },
    differences: probe ? unheard(probes, probe, true) : [],
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
