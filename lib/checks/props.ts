import type { Problem } from './problem';
export type Rules<P> = { readonly [K in keyof P]-?: unknown };
export function checkProps<P extends object>(
  _construct: string,
  props: unknown,
  _rules: Rules<P>,
): { props: P; problems: readonly Problem[] } {
  return { props: props as P, problems: [] };
}
