import { isIPv4, isIPv6 } from 'node:net';
import type { Check } from './problem';
import { quoted } from './shown';
import { textCheck } from './text-check';

/** A range of addresses of IPv4 or IPv6, written as every reader writes it. */
export const cidr: Check = textCheck({
  expected: 'a range of addresses, such as 10.1.0.0/16 or 2001:db8::/32.',
  example: '10.1.0.0/16',
  faults: [
    {
      when: (text) => isAddress(text),
      wrong: 'is one address and no range',
      becomes: (text) => `${text}/${bitsOf(text)}`,
    },
    {
      when: (text) => !text.includes('/'),
      wrong: 'is no address: a NetworkPolicy knows no host names',
      fix: 'write the range of addresses that it stands for.',
    },
    {
      when: (text) => !isAddress(addressOf(text)),
      wrong: 'has no address before its "/"',
      fix: 'write four numbers from 0 to 255 without leading zeros, or an address of IPv6.',
    },
    {
      when: (text) => !/^(?:0|[1-9]\d{0,2})$/.test(lengthOf(text)) || Number(lengthOf(text)) > bitsOf(addressOf(text)),
      wrong: (text) => `has ${quoted(lengthOf(text))} after its "/"`,
      fix: (text) => `write a number from 0 to ${bitsOf(addressOf(text))} there.`,
    },
    {
      when: /^::ffff:\d/i,
      wrong: 'is a range of IPv4 in the clothes of IPv6',
      fix: 'write it as a range of IPv4.',
    },
    {
      when: (text) => canonical(text) !== text,
      wrong: 'is not in its one form: the address is the first of its range, in the shortest spelling',
      becomes: (text) => canonical(text),
    },
  ],
});

function addressOf(text: string): string {
  return text.slice(0, text.indexOf('/'));
}

function lengthOf(text: string): string {
  return text.slice(text.indexOf('/') + 1);
}

function isAddress(text: string): boolean {
  return isIPv4(text) || (isIPv6(text) && !text.includes('%'));
}

function bitsOf(address: string): number {
  return address.includes(':') ? 128 : 32;
}

/** The first address of the range, in the spelling of RFC 5952. */
function canonical(text: string): string {
  const [address, length] = [addressOf(text), Number(lengthOf(text))];
  const host = BigInt(bitsOf(address) - length);
  const first = (numberOf(address) >> host) << host;
  return `${address.includes(':') ? ipv6(first) : ipv4(first)}/${length}`;
}

function numberOf(address: string): bigint {
  if (!address.includes(':')) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const url = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = url.split('::');
  const groups = (half: string) => half.split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(zeros).fill('0'), ...groups(tail ?? '')];
  return all.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

function ipv4(number: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join('.');
}

function ipv6(number: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((number >> BigInt(112 - 16 * index)) & 65535n).toString(16));
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

/** Whether a range is a smaller part of another. Both are right by themselves. */
export function holds(range: string, part: string): boolean {
  const [bits, partBits] = [range, part].map((text) => Number(lengthOf(text)));
  const sameFamily = addressOf(range).includes(':') === addressOf(part).includes(':');
  return sameFamily && (partBits ?? 0) > (bits ?? 0) && canonical(`${addressOf(part)}/${bits}`) === range;
}
