import type { Check, Finding } from './problem';

/** A check of one question: right, or wrong in one way. */
export function check(
  isRight: (value: unknown) => boolean,
  wrong: string,
  expected: string,
  fix: string | ((value: unknown) => string),
): Check {
  return (value) =>
    isRight(value) ? [] : [{ prop: '', wrong, got: value, expected, fix: typeof fix === 'string' ? fix : fix(value) }];
}

/** One after the other until one finds something: later ones may take for granted what earlier ones asked. */
export function inTurn(...checks: readonly Check[]): Check {
  return (value) => {
    for (const one of checks) {
      const findings = one(value);
      if (findings.length > 0) return findings;
    }
    return [];
  };
}

export const isText: Check = check(
  (value) => typeof value === 'string',
  'is not text',
  'text in quotes',
  'put it in quotes',
);

export function oneOf(...values: readonly string[]): Check {
  const all = values.map((value) => `'${value}'`).join(', ');
  return check((value) => values.includes(value as string), 'is none of the choices', `one of ${all}`, `choose ${all}`);
}

export function integer(min: number, max: number, why = '', example = min): Check {
  return check(
    (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
    'is not a whole number in range',
    `a whole number from ${min} to ${max}${why}`,
    `write a number such as ${example}`,
  );
}

/** The place of a finding, one step further out. */
export function within(step: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => ({ ...finding, prop: joined(step, finding.prop) }));
}

function joined(step: string, prop: string): string {
  if (prop === '') return step;
  return prop.startsWith('[') ? `${step}${prop}` : `${step}.${prop}`;
}

export function listOf(item: Check): Check {
  return inTurn(check(Array.isArray, 'is not a list', 'a list', 'put it in square brackets'), (value) =>
    (value as unknown[]).flatMap((entry, index) => within(`[${index}]`, item(entry))),
  );
}

export function mapOf(key: Check, entry: Check): Check {
  return inTurn(isMap, (value) =>
    Object.entries(value as object).flatMap(([name, one]) => within(name, [...key(name), ...entry(one)])),
  );
}

export const isMap: Check = check(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'is not a map',
  'an object of names and values',
  'put it in braces',
);
