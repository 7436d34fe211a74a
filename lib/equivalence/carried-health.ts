import { askWith } from '../compose/ask-with';
import type { Unit } from '../compose/unit';
import type { Probe } from '../workloads/probe';
import type { CarriedHealth } from './carried-app';

/**
 * Readiness speaks for all three probes; of a sidecar its startup probe, for which the others wait. It has as much time
 * to start as the cluster gives it: until the startup probe, or else the liveness probe, would have ended the container;
 * without both, as long as a Deployment may make no progress.
 */
export function carriedHealth(unit: Unit): CarriedHealth | undefined {
  const { container, role, local } = unit;
  const { startup, readiness, liveness } = container.probes;
  const probe = (container.sidecar ? startup : undefined) ?? readiness ?? startup ?? liveness;
  const asks =
    role === 'init' && typeof local.healthCheck !== 'object' ? undefined : questionOf(probe, local.healthCheck);
  if (!asks) return undefined;
  const times = probe ?? { initialDelaySeconds: 0, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 };
  const ends = startup ?? liveness;
  const patience = ends ? ends.initialDelaySeconds + ends.failureThreshold * ends.periodSeconds : 600;
  return {
    asks,
    intervalSeconds: times.periodSeconds,
    timeoutSeconds: times.timeoutSeconds,
    retries: times.failureThreshold,
    startSeconds: Math.max(patience, times.initialDelaySeconds),
    startIntervalSeconds: Math.min(startup?.periodSeconds ?? 1, times.periodSeconds),
  };
}

/** The laptop's own command, the probe's, or that of a program of the image which can ask it. */
function questionOf(probe: Probe | undefined, way: Unit['local']['healthCheck']): readonly string[] | undefined {
  if (typeof way === 'object') return ['CMD', ...way.exec];
  if (way === 'none' || !probe) return undefined;
  if (probe.asks.by === 'exec') return ['CMD', ...probe.asks.command];
  return way && askWith[way](probe.asks, probe.timeoutSeconds);
}
