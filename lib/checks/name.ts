import { check, inTurn, isText } from './check';
import type { Check } from './problem';

const label = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const letters = 'lower-case letters, digits and "-"';

/** A DNS label that is also a host name: a Service's name must begin with a letter. */
export function name(max: number, why: string): Check {
  return inTurn(
    isText,
    check(
      (value) => label.test(String(value)),
      'is no name for an object of Kubernetes',
      `${letters}, with a letter or digit at both ends`,
      suggestion,
    ),
    check(
      (value) => /^[a-z]/.test(String(value)),
      'does not begin with a letter, as a host name must',
      `a letter, and then ${letters}`,
      'put a letter before it',
    ),
    check(
      (value) => String(value).length <= max,
      `is longer than ${max} characters`,
      `at most ${max} characters: ${why}`,
      'shorten it',
    ),
  );
}

export const namespaceName: Check = inTurn(
  isText,
  check(
    (value) => label.test(String(value)) && String(value).length <= 63,
    'is no name of a namespace',
    `at most 63 characters of ${letters}`,
    suggestion,
  ),
);

/** The namespace of a chart with workloads of ours. */
export const ownNamespace: Check = inTurn(
  check(
    (value) => value !== undefined && value !== '',
    'is missing',
    'a chart with a namespace: it is part of every host name',
    "write new Chart(app, 'orders', { namespace: 'orders' })",
  ),
  namespaceName,
  check(
    (value) => value !== 'default' && !/^kube-/.test(String(value)),
    "is a namespace of the cluster's own",
    'a namespace for this app',
    'name it after the app',
  ),
);

/** See https://www.mongodb.com/docs/manual/reference/limits/#naming-restrictions. */
export const databaseName: Check = inTurn(
  isText,
  check(
    (value) => /^[^/\\. "$*<>:|?\0]{1,63}$/.test(String(value)) && /^[\w-]+$/.test(String(value)),
    'is no name of a database',
    'at most 63 letters, digits, "_" and "-"',
    (value) =>
      `did you mean ${
        String(value)
          .replace(/[^\w-]+/g, '_')
          .slice(0, 63) || 'app'
      }?`,
  ),
  check(
    (value) => !['admin', 'local', 'config'].includes(String(value)),
    "is MongoDB's own",
    'a database for this app',
    'choose another, such as app',
  ),
);

/** A Secret's name or a key in it, as the API server takes them. */
export const secretName: Check = inTurn(
  isText,
  check(
    (value) => /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/.test(String(value)),
    'is no name of a Secret',
    `${letters} and "."`,
    suggestion,
  ),
);

export const secretKeyName: Check = inTurn(
  isText,
  check(
    (value) => /^[\w.-]{1,253}$/.test(String(value)) && !/^\.\.?$/.test(String(value)),
    'is no key of a Secret',
    'letters, digits, "-", "_" and "."',
    'correct the key',
  ),
);

/** A StorageClass is a DNS subdomain. */
export const storageClassName: Check = secretName;

function suggestion(value: unknown): string {
  const near = String(value)
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return label.test(near) ? `did you mean ${near}?` : 'write a name such as my-app';
}
