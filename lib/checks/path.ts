import { posix } from 'node:path';
import type { Check } from './problem';
import { textCheck } from './text-check';

/** A folder of the project from which an image is built. */
export const buildContext: Check = textCheck({
  expected: 'a folder inside the project, relative to it and with "/", such as ./services/api.',
  example: './services/api',
  faults: [
    {
      when: /^[a-z][a-z0-9+.-]*:\/\/|^git@|^github\.com\//i,
      wrong: 'is an address, and what lies there can change',
      fix: 'clone it into the project, and write the folder.',
    },
    { when: /^~/, wrong: 'starts with "~", which only a shell knows', fix: 'write a folder inside the project.' },
    { when: /^(?:\/|[A-Za-z]:)/, wrong: 'is a place of this machine', fix: 'write it relative to the project.' },
    {
      when: /\\/,
      wrong: 'holds a backslash, which is part of a name on most systems',
      becomes: (text) => text.replaceAll('\\', '/'),
    },
    {
      when: (text) => /^\.\.(?:\/|$)/.test(posix.normalize(text)),
      wrong: 'leads out of the project',
      fix: 'move the folder into the project, or run synth in the folder above.',
    },
  ],
});

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
