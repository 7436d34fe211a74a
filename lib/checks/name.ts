import { remembered } from '../units/remembered';
import { inTurn, satisfying } from './check';
import type { Check } from './problem';
import { type Fault, holding, textCheck } from './text-check';

/** A DNS label that is also a host name: a Service's name must begin with a letter. */
export function name(max: number, why: string): Check {
  return textCheck({
    expected: `at most ${max} lower-case letters, digits and "-", with a letter first and no "-" at the end.`,
    example: 'my-app',
    faults: [
      ...labelFaults('is no name for an object of Kubernetes', max, why),
      {
        when: /^\d/,
        wrong: 'does not begin with a letter, as a host name must',
        becomes: (text) => `svc-${text}`.slice(0, max),
      },
    ],
  });
}

export const namespaceName: Check = textCheck({
  expected: 'at most 63 lower-case letters, digits and "-", with a letter or a digit at both ends.',
  example: 'orders',
  faults: labelFaults('is no name of a namespace', 63, 'names of namespaces are limited to 63'),
});

/** A container or a volume, as the API server takes it. */
export const nameInPod: Check = remembered(
  textCheck({
    expected: 'at most 63 lower-case letters, digits and "-", with a letter or a digit at both ends.',
    example: 'exporter',
    faults: labelFaults('is no name in a pod', 63, 'names in a pod are limited to 63'),
  }),
);

/** The namespace of a chart with workloads of ours. */
export const ownNamespace: Check = inTurn(
  satisfying(
    (value) => value !== undefined && value !== '',
    'is missing',
    'a chart with a namespace: it is part of every host name.',
    "write new Chart(app, 'orders', { namespace: 'orders' }).",
  ),
  namespaceName,
  satisfying(
    (value) => value !== 'default' && !String(value).startsWith('kube-'),
    "is a namespace of the cluster's own",
    'a namespace for this app.',
    'write one that says whose it is, such as "orders".',
  ),
);

/** A Secret's name, as the API server takes it. */
export const secretName: Check = (value) => dnsSubdomain(value);

/** Most other objects are DNS subdomains, too, such as a ServiceAccount or a PriorityClass. */
export const objectName: Check = secretName;

/** A StorageClass as well. */
export const storageClassName: Check = secretName;

/** A key of a Secret: the name of a file, where it is mounted. */
export const secretKeyName: Check = textCheck({
  expected: 'at most 253 letters, digits, "-", "_" and ".".',
  example: 'password',
  faults: [
    { ...holding(/[^\w.-]/u), becomes: (text) => plainLetters(text).replace(/[^\w.-]+/g, '_') },
    { when: /^\.\.?$|^\.\./, wrong: 'is no name of a file', fix: 'write one such as "password".' },
    {
      when: (text) => text.length > 253,
      wrong: (text) => `has ${text.length} characters: a key has 253 at most`,
      fix: 'write a shorter one.',
    },
  ],
});

/**
 * A database of MongoDB. The server takes some more characters, but in a connection string they would mean something
 * else: https://www.mongodb.com/docs/manual/reference/limits/#naming-restrictions.
 */
export const databaseName: Check = textCheck({
  expected: 'at most 63 letters, digits, "_" and "-", with a letter or a digit first.',
  example: 'orders',
  faults: [
    {
      when: /^(?:admin|local|config)$/i,
      wrong: "is one of MongoDB's own databases",
      fix: 'write another name, such as "orders".',
    },
    { ...holding(/[^\w-]/u), becomes: databaseNameFor },
    { when: /^[_-]/, wrong: 'does not start with a letter or a digit', becomes: databaseNameFor },
    {
      when: (text) => text.length > 63,
      wrong: (text) => `has ${text.length} characters: MongoDB takes 63 at most`,
      becomes: databaseNameFor,
    },
  ],
});

function databaseNameFor(text: string): string {
  const letters = plainLetters(text).replace(/[^\w-]+/g, '_');
  return letters.replace(/^[_-]+|[_-]+$/g, '').slice(0, 63) || 'orders';
}

/** An RFC 1123 subdomain, such as the name of a Secret or a StorageClass. */
const dnsSubdomain: Check = textCheck({
  expected: 'at most 253 lower-case letters, digits, "-" and ".", with a letter or a digit at both ends of each part.',
  example: 'my-app',
  faults: [
    { when: (text) => !isSubdomain(text), wrong: 'is no name in DNS', becomes: subdomainFor },
    {
      when: (text) => text.length > 253,
      wrong: (text) => `has ${text.length} characters: a name in DNS has 253 at most`,
      fix: 'write a shorter one.',
    },
  ],
});

function isSubdomain(text: string): boolean {
  return text.split('.').every((part) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(part));
}

function subdomainFor(text: string): string {
  const parts = text.split('.').filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.map((part) => slug(part, 63)).join('.');
}

/** What was meant, as a label: `My_App` is `my-app`. */
function slug(text: string, most: number): string {
  const words = plainLetters(text)
    .replace(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return words.replace(/^-/, '').slice(0, most).replace(/-$/, '') || 'my-app';
}

/** `Málaga` is `Malaga`. */
function plainLetters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

function labelFaults(wrong: string, max: number, because: string): readonly Fault[] {
  const becomes = (text: string) => slug(text, max);
  return [
    { when: (text) => !/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(text), wrong, becomes },
    { when: (text) => text.length > max, wrong: (text) => `has ${text.length} characters: ${because}`, becomes },
  ];
}
