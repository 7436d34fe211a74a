import type { CarriedHealth } from './carried-app';
import { type Json, secondsIn, textsIn } from './compose-words';

/**
 * What a health check asks, how often, and how much patience it has; `none` where the image's own is turned off. Docker's
 * own times stand for those not said.
 */
export function readHealth(check: Json): CarriedHealth | 'none' | undefined {
  const asks = typeof check.test === 'string' ? ['CMD-SHELL', check.test] : textsIn(check.test);
  if (check.disable === true || asks[0] === 'NONE') return 'none';
  if (asks.length === 0) return undefined;
  return {
    asks,
    intervalSeconds: secondsIn(check.interval) ?? 30,
    timeoutSeconds: secondsIn(check.timeout) ?? 30,
    retries: Number(check.retries ?? 3),
    startSeconds: secondsIn(check.start_period) ?? 0,
    startIntervalSeconds: secondsIn(check.start_interval) ?? 5,
  };
}
