import { posix } from 'node:path';
import type { Check } from './problem';
import { textCheck } from './text-check';

/** The path of an HTTP probe, with the characters that RFC 3986 gives a path. */
export const httpPath: Check = textCheck({
  expected: 'a path that starts with "/", such as /ready.',
  example: '/ready',
  faults: [
    {
      when: /^[a-z][a-z0-9+.-]*:\/\/|^\/\//i,
      wrong: 'has a host, and a probe asks the pod itself',
      becomes: (text) => text.replace(/^(?:[a-z0-9+.-]*:)?\/\/[^/]*/i, '') || '/',
    },
    { when: /^[^/]/, wrong: 'does not start with "/"', becomes: (text) => `/${text}` },
    {
      when: /#/,
      wrong: 'has a fragment, which no server sees',
      becomes: (text) => text.replace(/#.*/s, ''),
    },
    {
      when: /[^A-Za-z0-9/._~%!$&'()*+,;=:@?-]|%(?![0-9A-Fa-f]{2})/,
      wrong: 'holds what a URL cannot',
      becomes: (text) => percentEncoded(text),
    },
    {
      when: /\/\.\.?(?:[/?]|$)/,
      wrong: 'holds "." or ".." as a part of its own',
      becomes: (text) => posix.normalize(text),
    },
  ],
});

function percentEncoded(text: string): string {
  return text
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^A-Za-z0-9/._~%!$&'()*+,;=:@?-]/gu, (character) => encoded(character));
}

function encoded(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
