import { check, inTurn, isText } from './check';
import type { Check } from './problem';

/** A folder of the project, relative to that of `cdk8s.yaml`. */
export const buildContext: Check = inTurn(
  isText,
  check(
    (value) => !/^[a-z][a-z0-9+.-]*:|^git@/i.test(String(value)),
    'is an address',
    'a folder of the project',
    'name a folder such as ./services/api',
  ),
  check(
    (value) => !/[\\\0\r\n]/.test(String(value)),
    'holds a character that is no part of a path here',
    'a path with "/"',
    'write "/" between folders, on Windows too',
  ),
  check(
    (value) => !/^[/~]/.test(String(value)) && String(value) !== '',
    'is not relative',
    'a folder relative to that of cdk8s.yaml',
    'write it as ./services/api',
  ),
  check(staysInside, 'leads out of the project', 'a folder of the project', 'move the sources into the project'),
);

function staysInside(value: unknown): boolean {
  let depth = 0;
  return String(value)
    .split('/')
    .every((part) => {
      if (part === '..') depth -= 1;
      else if (part !== '.' && part !== '') depth += 1;
      return depth >= 0;
    });
}

/** The path of a request, as a probe makes it. */
export const httpPath: Check = inTurn(
  isText,
  check(
    (value) => String(value).startsWith('/') && !String(value).startsWith('//'),
    'does not begin with one "/"',
    'a path such as /health',
    (value) => `write /${String(value).replace(/^[a-z]+:\/\/[^/]*\/?|^\/+/i, '')}`,
  ),
  check(
    (value) => /^[\x21-\x7e]*$/.test(String(value)),
    'holds a character that a request cannot',
    'a path of printable ASCII without spaces',
    'encode it, as %20 for a space',
  ),
);
