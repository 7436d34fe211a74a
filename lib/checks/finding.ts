import type { Finding } from './problem';
import { shown } from './shown';

/** The one finding of a value. */
export function found(got: unknown, wrong: string, expected: string, fix: string): readonly Finding[] {
  return [{ prop: '', wrong, got, expected, fix }];
}

/** Findings of what is below a key of an object or an index of a list, as findings of the whole. */
export function within(key: string | number, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => ({ ...finding, prop: joined(step(key), finding.prop) }));
}

/** `env` and `LOG_LEVEL` are `env.LOG_LEVEL`; `command` and `[0]` are `command[0]`. */
export function joined(prop: string, rest: string): string {
  return prop === '' || rest === '' || rest.startsWith('[') ? prop + rest : `${prop}.${rest}`;
}

function step(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`;
  return /^[A-Za-z_$][\w$-]{0,60}$/.test(key) && shown(key) === `"${key}"` ? key : `[${shown(key)}]`;
}
