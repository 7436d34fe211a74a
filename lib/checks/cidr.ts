import { isIPv4, isIPv6 } from 'node:net';
import { check, inTurn, isText } from './check';
import type { Check } from './problem';

/** A range of addresses as a NetworkPolicy takes it. */
export const cidr: Check = inTurn(
  isText,
  check(isCidr, 'is no range of addresses', 'address/bits, such as 10.1.0.0/16 or 10.1.2.3/32', (value) =>
    isIPv4(String(value)) ? `write ${value}/32 for the one address` : 'correct the range',
  ),
  check(
    (value) => !isIPv4(addressOf(value)) || base(value) === addressOf(value),
    'has an address within the range before the "/"',
    'the first address of the range',
    (value) => `write ${base(value)}/${bitsOf(value)}`,
  ),
);

function addressOf(value: unknown): string {
  return String(value).split('/')[0] ?? '';
}

function bitsOf(value: unknown): number {
  return Number(String(value).split('/')[1]);
}

function isCidr(value: unknown): boolean {
  const [, address = '', bits = ''] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(String(value)) ?? [];
  if (isIPv4(address)) return Number(bits) <= 32;
  return isIPv6(address) && !address.includes('%') && Number(bits) <= 128 && bits !== '';
}

/** The range's first IPv4 address. */
function base(value: unknown): string {
  const number = addressOf(value)
    .split('.')
    .reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - bitsOf(value));
  const first = Math.floor(number / size) * size;
  return [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.');
}
