import { bytes, parseQuantity, type Quantity } from '../units/quantity';
import { found } from './finding';
import type { Check } from './problem';
import { quoted } from './shown';
import { type Fault, textCheck } from './text-check';

/** A size in memory or on disk: a quantity such as `512Mi`, or a Size of any cdk8s. */
export const size: Check = atLeast('1Mi', 'nothing fits in there');

/** What memory a container may use. */
export const memoryLimit: Check = atLeast('6Mi', 'Docker starts no container with less');

/** What holds data: less than this leaves no room for the journal of a database. */
export const dataSize: Check = atLeast('1Gi', 'a database does not even start in there');

function atLeast(least: string, because: string): Check {
  const expected = `a size with its unit, such as "512Mi" or "20Gi", of at least ${least}.`;
  const check = textCheck({ expected, example: '512Mi', faults: faultsFor(least, because) });
  return (value) => {
    if (typeof value === 'number') return found(value, 'is a number without a unit', expected, withUnit(value));
    if (!isSize(value)) return check(value);
    const mebibytes = mebibytesOf(value);
    return mebibytes === undefined
      ? found(value, 'is no whole number of mebibytes', expected, 'write it as a string, such as "512Mi".')
      : check(`${mebibytes}Mi`);
  };
}

/** Bytes; undefined where the value is no size. */
export function bytesOf(value: unknown): bigint | undefined {
  const text = isSize(value) ? `${mebibytesOf(value)}Mi` : value;
  return typeof text === 'string' && parseQuantity(text) ? bytes(text) : undefined;
}

interface SizeLike {
  toMebibytes(): unknown;
}

function isSize(value: unknown): value is SizeLike {
  return (
    typeof value === 'object' && value !== null && 'toMebibytes' in value && typeof value.toMebibytes === 'function'
  );
}

/** A Size of 512 KiB throws when it is asked for MiB. */
function mebibytesOf(size: SizeLike): number | undefined {
  try {
    const amount = size.toMebibytes();
    return Number.isSafeInteger(amount) ? (amount as number) : undefined;
  } catch {
    return undefined;
  }
}

function faultsFor(least: string, because: string): readonly Fault[] {
  return [
    {
      when: /^[\d.]+m$/,
      wrong: 'is thousandths of a byte: m means milli',
      fix: (text) => `did you mean ${quoted(`${text.slice(0, -1)}Mi`)}?`,
    },
    { when: (text) => parseQuantity(text) === undefined, wrong: 'is no size', becomes: meant },
    {
      when: (text) => bytes(text) <= 0n,
      wrong: 'is not above zero',
      fix: `write what it needs, such as ${quoted(least)}.`,
    },
    {
      when: (text) => /^[+\d.]+$/.test(text) && bytes(text) < 1n << 20n,
      wrong: 'has no unit, which means bytes',
      fix: (text) => withUnit(Number(text)),
    },
    {
      when: (text) => !isWhole(parseQuantity(text)),
      wrong: 'is no whole number of bytes',
      becomes: (text) => String(bytes(text)),
    },
    {
      when: (text) => bytes(text) < bytes(least),
      wrong: `is below ${least}: ${because}`,
      fix: `write ${quoted(least)} or more.`,
    },
    {
      when: (text) => bytes(text) > bytes('1Pi'),
      wrong: 'is more than 1Pi',
      fix: 'write what it needs, such as "20Gi".',
    },
  ];
}

function isWhole(quantity: Quantity | undefined): boolean {
  return quantity !== undefined && quantity.numerator % quantity.denominator === 0n;
}

function withUnit(number: number): string {
  const meant = number > 0 && number < 1e6 ? `${number}${number < 16 ? 'Gi' : 'Mi'}` : '512Mi';
  return `write the unit as well, such as ${quoted(meant)}.`;
}

/** `500Mb` is `500M`, `512 mib` is `512Mi`, `1,5Gi` is `1.5Gi`; the `g` of Docker is binary. */
function meant(text: string): string {
  const [, number = '', letter = '', rest = ''] =
    /^(\d{1,15}(?:[.,]\d{1,9})?)\s*([kmgtp]?)(i?b?|bytes?)$/i.exec(text) ?? [];
  const decimal = /^b/i.test(rest) && letter !== '';
  const unit = letter === '' ? '' : decimal ? letter.toUpperCase().replace('K', 'k') : `${letter.toUpperCase()}i`;
  return number && number.replace(',', '.') + unit;
}
