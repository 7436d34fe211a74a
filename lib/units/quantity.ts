import { remembered } from './remembered';

/** Kubernetes' suffixes, each as a power: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/. */
const suffixes: Readonly<Record<string, readonly [base: bigint, exponent: number]>> = {
  n: [10n, -9],
  u: [10n, -6],
  m: [10n, -3],
  '': [10n, 0],
  k: [10n, 3],
  M: [10n, 6],
  G: [10n, 9],
  T: [10n, 12],
  P: [10n, 15],
  E: [10n, 18],
  Ki: [2n, 10],
  Mi: [2n, 20],
  Gi: [2n, 30],
  Ti: [2n, 40],
  Pi: [2n, 50],
  Ei: [2n, 60],
};

const grammar = /^([+-]?)(\d*)(?:\.(\d*))?(?:([eE][+-]?\d{1,3})|([numkMGTPE]|[KMGTPE]i)?)$/;

/** A quantity as an exact fraction; undefined for what Kubernetes does not take for one. */
export interface Quantity {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const parseQuantity = remembered((text: string): Quantity | undefined => {
  const [matched, sign, whole = '', decimals = '', power, suffix = ''] = grammar.exec(text) ?? [];
  if (matched === undefined || whole + decimals === '') return undefined;
  const digits = BigInt(whole + decimals) * (sign === '-' ? -1n : 1n);
  const [base, exponent] = power ? ([10n, Number(power.slice(1))] as const) : (suffixes[suffix] ?? [10n, 0]);
  const scale = base ** BigInt(Math.abs(exponent));
  return {
    numerator: exponent > 0 ? digits * scale : digits,
    denominator: 10n ** BigInt(decimals.length) * (exponent < 0 ? scale : 1n),
  };
});

/** Milli-cores, rounded up as Kubernetes rounds: `500m`, `0.5`, `2`. */
export function cpuMillis(text: string): number {
  const { numerator, denominator } = known(text);
  return Number(ceiling(numerator * 1000n, denominator));
}

/** Bytes, rounded up: `512Mi`, `1.5G`, `1e9`. */
export function bytes(text: string): bigint {
  const { numerator, denominator } = known(text);
  return ceiling(numerator, denominator);
}

/** How many of the parts a quantity is, rounded up; a part of nothing stands for one of 1. */
export function wholeParts(quantity: Quantity, part: Quantity): bigint {
  if (part.numerator === 0n) return ceiling(quantity.numerator, quantity.denominator);
  return ceiling(quantity.numerator * part.denominator, quantity.denominator * part.numerator);
}

function known(text: string): Quantity {
  const quantity = parseQuantity(text);
  if (!quantity) throw new RangeError(`${JSON.stringify(text)} is not a quantity of Kubernetes`);
  return quantity;
}

function ceiling(numerator: bigint, denominator: bigint): bigint {
  const whole = numerator / denominator;
  return numerator % denominator > 0n ? whole + 1n : whole;
}
