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

/** Where a container finds something in its file system. */
export const mountPath: Check = textCheck({
  expected: 'a path inside the container that starts with "/", such as /app.',
  example: '/app',
  faults: [
    {
      when: /^[A-Za-z]:/,
      wrong: 'is a place of a laptop, not of a container',
      fix: 'write where the container looks.',
    },
    {
      when: /\\/,
      wrong: 'holds a backslash, which is part of a name in a container',
      becomes: (text) => text.replaceAll('\\', '/'),
    },
    { when: /^[^/]/, wrong: 'does not start with "/"', becomes: (text) => `/${text.replace(/^(?:\.{1,2}\/)+/, '')}` },
    { when: /:/, wrong: 'holds ":", which Kubernetes takes for no part of a path', fix: 'write another path.' },
    {
      when: (text) => /\/\.\.?(?:\/|$)|\/\//.test(text),
      wrong: 'holds an empty part, "." or ".."',
      becomes: (text) => posix.normalize(text),
    },
    { when: /^\/$/, wrong: 'would hide all of the image', fix: 'write the folder of the sources, such as "/app".' },
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
