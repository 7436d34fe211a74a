import { inTurn, isMap, within } from './check';
import { nearest } from './nearest';
import type { Check, Finding, Problem } from './problem';

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
  const [notProps] = isMap(given);
  const findings = notProps ? [{ ...notProps, prop: 'props' }] : shape(rules)(given);
  const wrong = new Set(findings.map(({ prop }) => prop.split(/[.[]/)[0]));
  const right = Object.entries(notProps ? {} : (given as object)).filter(([key]) => !wrong.has(key));
  const missing = Object.entries<Rule>(rules).filter(
    ([key, rule]) => rule.required && !right.some(([name]) => name === key),
  );
  return {
    props: Object.fromEntries([...right, ...missing.map(([key, { instead }]) => [key, instead])]) as P,
    problems: findings.map((finding) => ({ construct, ...finding })),
  };
}

/** An object with these keys and no others. A key whose value is undefined is not there. */
export function shape<P>(rules: Rules<P>): Check {
  return inTurn(isMap, (value) => {
    const given = Object.fromEntries(Object.entries(value as object).filter(([, entry]) => entry !== undefined));
    return [...Object.keys(given).flatMap((key) => unknown(key, rules)), ...keysOf(given, rules)];
  });
}

function keysOf<P>(given: Readonly<Record<string, unknown>>, rules: Rules<P>): readonly Finding[] {
  return Object.entries<Rule>(rules).flatMap(([key, { check, required }]) => {
    if (Object.hasOwn(given, key)) return within(key, check(given[key]));
    return required ? [{ prop: key, wrong: 'is missing', expected: 'a value', fix: `write ${key}: …` }] : [];
  });
}

function unknown<P>(key: string, rules: Rules<P>): readonly Finding[] {
  if (Object.hasOwn(rules, key)) return [];
  const near = nearest(key, Object.keys(rules));
  const known = Object.keys(rules).join(', ');
  return [
    {
      prop: key,
      wrong: 'is not known here',
      expected: `one of ${known}`,
      fix: near ? `did you mean ${near}?` : 'leave it out: what it names is not there yet',
    },
  ];
}
