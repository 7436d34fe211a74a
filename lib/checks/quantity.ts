import { bytes, cpuMillis, parseQuantity, type Quantity } from '../units/quantity';
import { check, inTurn } from './check';
import type { Check } from './problem';

/** Milli-cores of a CPU quantity: text, or a Cpu of cdk8s-plus. */
export const cpu: Check = inTurn(
  quantity('500m, 0.5 or 2'),
  check(
    (value) => positive(value),
    'is not more than nothing',
    'a CPU quantity such as 500m',
    'write how much of a core it needs',
  ),
  check(
    (value) => isWholeMillis(of(value)),
    'is finer than a thousandth of a core',
    'whole milli-cores, such as 500m',
    'round it to 1m or more',
  ),
  check(
    (value) => cpuMillis(textOf(value)) <= 1_000_000,
    'is more than any machine has',
    'cores, such as 2, or milli-cores, such as 500m',
    'is it milli-cores? Then add an m',
  ),
);

/** A size in memory or on disk: text, or a Size of cdk8s. */
export const size: Check = inTurn(
  quantity('512Mi or 2Gi'),
  check(
    (value) => !/m$/.test(textOf(value)),
    'is in thousandths of a byte: m means milli',
    'a size such as 512Mi',
    (value) => `did you mean ${textOf(value).replace(/m$/, 'Mi')}?`,
  ),
  check((value) => positive(value), 'is not more than nothing', 'a size such as 512Mi', 'write how much it needs'),
  check(
    (value) => bytes(textOf(value)) >= 1n << 20n,
    'is less than 1Mi',
    'a size such as 512Mi',
    (value) => `did you mean ${textOf(value)}Mi?`,
  ),
  check(
    (value) => bytes(textOf(value)) <= 1n << 60n,
    'is more than any cluster has',
    'a size such as 512Mi or 20Gi',
    'correct the unit',
  ),
);

function quantity(examples: string): Check {
  return check(
    (value) => of(value) !== undefined,
    'is no quantity of Kubernetes',
    `a quantity such as ${examples}`,
    (value) => likely(textOf(value)) ?? `write it as ${examples}`,
  );
}

function of(value: unknown): Quantity | undefined {
  return parseQuantity(textOf(value));
}

/** What the value will be in the manifest. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const { amount, toMebibytes } = Object(value) as { amount?: unknown; toMebibytes?: unknown };
  if (typeof amount === 'string') return amount;
  return typeof toMebibytes === 'function' ? `${(value as { toMebibytes(): number }).toMebibytes()}Mi` : '';
}

function positive(value: unknown): boolean {
  return (of(value)?.numerator ?? 0n) > 0n;
}

function isWholeMillis(amount: Quantity | undefined): boolean {
  return amount !== undefined && (amount.numerator * 1000n) % amount.denominator === 0n;
}

/** The mistakes that people make: spaces, a comma, a B for bytes, underscores. */
function likely(text: string): string | undefined {
  const near = text
    .replace(/[\s_]/g, '')
    .replace(',', '.')
    .replace(/([KMGTP])i?b$/i, (_, unit: string) => `${unit.toUpperCase()}i`);
  return parseQuantity(near) ? `did you mean ${near}?` : undefined;
}
