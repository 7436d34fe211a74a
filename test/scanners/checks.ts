import type { Check, Json } from './asks';
import { configChecks } from './config-checks';
import { networkChecks } from './network-checks';
import { ownerChecks } from './owner-checks';
import { podChecks } from './pod-checks';

export const checks: readonly Check[] = [...podChecks, ...ownerChecks, ...networkChecks, ...configChecks];

/** `id: place`, of all that the scanners would find. */
export function findingsIn(objects: readonly Json[]): readonly string[] {
  return checks.flatMap(({ ids, found }) =>
    objects.flatMap((object) => found(object, objects).map((place) => `${ids}: ${object.kind} ${place}`)),
  );
}
