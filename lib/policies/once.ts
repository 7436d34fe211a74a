import { satisfying } from '../checks/check';
import type { Check } from '../checks/problem';

/** A list in which each has another of these keys. */
export function once(...keys: readonly string[]): Check {
  return satisfying(
    (value) => {
      const all = (Array.isArray(value) ? value : []).map((item) =>
        JSON.stringify(keys.map((key) => Object(item)[key])),
      );
      return new Set(all).size === all.length;
    },
    `has two with one ${keys.join(' and ')}`,
    'each once.',
    'leave one of them out.',
  );
}
