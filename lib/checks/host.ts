import type { Check } from './problem';
import { textCheck } from './text-check';

/** The host of an Ingress, as the API server takes it: a name in DNS, or one with `*` in place of its first part. */
export const host: Check = textCheck({
  expected: 'a host name in lower case, such as orders.example.com, or *.example.com.',
  example: 'orders.example.com',
  faults: [
    { when: /^[a-z][a-z0-9+.-]*:\/\//i, wrong: 'is an address, not a host name', becomes: hostOf },
    { when: /[:/?#]/, wrong: 'holds more than a host name', becomes: (text) => text.replace(/[:/?#].*/s, '') },
    {
      when: /^[\d.]+$/,
      wrong: 'is an IP address, and certificates and an Ingress are for names',
      fix: 'write a host name.',
    },
    { when: /\.$/, wrong: 'ends with a "."', becomes: (text) => text.replace(/\.+$/, '') },
    { when: /[A-Z]/, wrong: 'holds capitals', becomes: (text) => text.toLowerCase() },
    {
      when: (text) => /\*/.test(text.replace(/^\*\./, '')),
      wrong: 'has "*" elsewhere than in place of the whole first part',
      fix: 'write a name such as *.example.com.',
    },
    {
      when: /^\*\.[^.]*$/,
      wrong: 'stands for every name of a whole top-level domain',
      fix: 'write a name such as *.example.com.',
    },
    {
      when: (text) => text.length > 253 || !text.replace(/^\*\./, '').split('.').every(isLabel),
      wrong: 'is no name in DNS',
      fix: 'write letters, digits and "-" between dots, at most 63 of them, with a letter or a digit at both ends.',
    },
    { when: /^[^.]*$/, wrong: 'has no domain, and nobody outside finds it', fix: 'write the whole name.' },
  ],
});

function hostOf(text: string): string {
  return text.replace(/^[^:]*:\/+/, '').replace(/[:/?#].*/s, '') || 'orders.example.com';
}

function isLabel(part: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(part);
}
