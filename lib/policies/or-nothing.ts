import type { Check } from '../checks/problem';

/** What the API server takes for what is not said, where something must be. */
export function isNothing(value: unknown): boolean {
  return value == null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Empty text, as a template leaves it, where it is to the API server what is not said; of some words it is not. */
export function orEmpty(check: Check): Check {
  return (value) => (value === '' ? [] : check(value));
}

/** Zero, where the API server takes it for what is not said. */
export function orZero(check: Check): Check {
  return (value) => (value === 0 ? [] : check(value));
}
