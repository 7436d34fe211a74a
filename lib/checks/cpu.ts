import { cpuMillis, parseQuantity, type Quantity } from '../units/quantity';
import type { Check } from './problem';
import { type Fault, textCheck } from './text-check';

/** What a container asks for: a quantity such as `500m`, or a Cpu of any cdk8s-plus line. */
export const cpu: Check = (value) => amount(textOf(value));

/** What a container may use. Linux shares out no less than 10m: 1 ms of every 100. */
export const cpuLimit: Check = (value) => limit(textOf(value));

/** Milli-cores; undefined where the value is none. */
export function cpuMillisOf(value: unknown): bigint | undefined {
  const text = textOf(value);
  return typeof text === 'string' && parseQuantity(text) ? BigInt(cpuMillis(text)) : undefined;
}

function textOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'amount' in value ? value.amount : value;
}

const expected = 'CPU in cores or milli-cores, such as "500m" or "1.5".';

const faults: readonly Fault[] = [
  {
    when: /\d[KMGTPE]i$/,
    wrong: 'is a size, as of memory',
    fix: 'write cores or milli-cores, such as "500m", and the size as memory.',
  },
  { when: /^[\d.]+M$/, wrong: 'means millions of cores', becomes: (text) => text.toLowerCase() },
  {
    when: (text) => parseQuantity(text) === undefined,
    wrong: 'is no amount of CPU',
    becomes: meant,
  },
  {
    when: not((quantity) => quantity.numerator > 0n),
    wrong: 'is not above zero',
    fix: 'write what it needs, such as "100m".',
  },
  {
    when: not((quantity) => (quantity.numerator * 1000n) % quantity.denominator === 0n),
    wrong: 'is finer than 1m',
    becomes: (text) => `${cpuMillisOf(text)}m`,
  },
  {
    when: not((quantity) => quantity.numerator <= 10_000n * quantity.denominator),
    wrong: 'is more than 10000 cores',
    fix: 'write what it needs, such as "500m" for half a core.',
  },
];

const amount = textCheck({ expected, example: '500m', faults });

const tooLittle: Fault = {
  when: not((quantity) => quantity.numerator * 100n >= quantity.denominator),
  wrong: 'is below 10m, the least that Linux can limit a process to',
  becomes: () => '10m',
};

const limit = textCheck({ expected, example: '500m', faults: [...faults, tooLittle] });

function not(holds: (quantity: Quantity) => boolean): (text: string) => boolean {
  return (text) => {
    const quantity = parseQuantity(text);
    return quantity !== undefined && !holds(quantity);
  };
}

/** `1,5 cores` is `1.5`, `500 m` is `500m`. */
function meant(text: string): string {
  const [, number = '', milli] =
    /^(\d{1,9}(?:[.,]\d{1,9})?)\s*(?:(m(?:i|illi\w*)?)|(?:v?cpus?|cores?))?$/i.exec(text) ?? [];
  return number.replace(',', '.') + (milli ? 'm' : '');
}
