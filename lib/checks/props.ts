import { isMap } from './check';
import { within } from './finding';
import { nearest } from './nearest';
import { plainCopy } from './plain-copy';
import { isPlainObject } from './plain-object';
import type { Check, Finding, Problem } from './problem';
import { isSecretName } from './secret-text';

export interface Rule {
  readonly check: Check;
  readonly required: boolean;
  /** What to go on with when a required prop is missing or wrong, so that all other mistakes are found too. */
  readonly instead?: unknown;
}

/** A rule for each prop: one that has none is refused. */
export type Rules<P> = { readonly [K in keyof P]-?: Rule };

export function required(check: Check, instead: unknown): Rule {
  return { check, required: true, instead };
}

export function optional(check: Check): Rule {
  return { check, required: false };
}

export interface Checked<P> {
  /** The props less what is wrong. */
  readonly props: P;
  readonly problems: readonly Problem[];
}

export function checkProps<P extends object>(construct: string, given: unknown, rules: Rules<P>): Checked<P> {
  const { value, findings: unreadable } = plainCopy(given);
  const isRead = value !== undefined || unreadable.length === 0;
  const { kept, findings } = examined(value, rules);
  const problems = [...unreadable, ...(isRead ? findings : [])].map((finding) => ({
    construct,
    ...finding,
    prop: finding.prop || 'props',
  }));
  return { props: kept as P, problems };
}

/** An object with these keys and no others. A key whose value is undefined is not there. */
export function shape<P>(rules: Rules<P>): Check {
  return (value) => examined(value, rules).findings;
}

interface Examined {
  readonly kept: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
}

function examined<P>(given: unknown, rules: Rules<P>): Examined {
  const object = isPlainObject(given) ? given : {};
  const keys = Object.entries<Rule>(rules).map(([key, rule]) =>
    examinedKey(key, Object.hasOwn(object, key) ? object[key] : undefined, rule),
  );
  const findings = [...keys.flatMap(({ findings }) => findings), ...strays(object, Object.keys(rules))];
  return {
    kept: Object.fromEntries(keys.flatMap(({ kept }) => kept)),
    findings: isPlainObject(given) ? findings : isMap(given),
  };
}

interface ExaminedKey {
  readonly kept: readonly (readonly [string, unknown])[];
  readonly findings: readonly Finding[];
}

function examinedKey(key: string, value: unknown, { check, required, instead }: Rule): ExaminedKey {
  if (value === undefined && !required) return { kept: [], findings: [] };
  const findings = value === undefined ? missing(check) : check(value);
  if (findings.length === 0) return { kept: [[key, value]], findings };
  return { kept: instead === undefined ? [] : [[key, instead]], findings: within(key, findings) };
}

function missing(check: Check): readonly Finding[] {
  const [{ expected, fix } = { expected: 'a value.', fix: 'give it one.' }] = check(undefined);
  return [{ prop: '', wrong: 'is missing', expected, fix }];
}

function strays(object: Readonly<Record<string, unknown>>, known: readonly string[]): readonly Finding[] {
  const keys = Object.keys(object).filter((key) => object[key] !== undefined && !known.includes(key));
  return keys.flatMap((key) => within(key, stray(key, object[key], known)));
}

function stray(key: string, value: unknown, known: readonly string[]): readonly Finding[] {
  const meant = nearest(key, known);
  const fix = meant === undefined ? 'leave it out: what it names is not there.' : `did you mean ${meant}?`;
  const finding = { prop: '', wrong: 'is not known here', expected: `one of ${known.join(', ')}.`, fix };
  return [isSecretName(key) ? finding : { ...finding, got: value }];
}
