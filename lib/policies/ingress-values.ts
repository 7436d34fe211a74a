import { isIP } from 'node:net';
import { oneOf, satisfying } from '../checks/check';
import { objectName } from '../checks/name';
import { remotePort } from '../checks/port';
import type { Check } from '../checks/problem';
import { portWord, serviceName } from './network-checks';
import { isNothing, orEmpty, orZero } from './or-nothing';
import type { Place } from './places';
import { oneKeyOf, telling } from './value-checks';

const host: Check = satisfying(
  (value) =>
    typeof value === 'string' &&
    (value === '' || (isIP(value) === 0 && objectName(value.replace(/^\*\./, 'any.')).length === 0)),
  'is no host name',
  'a host name in small letters, such as orders.example.com.',
  'correct it.',
);

const backend = oneKeyOf(
  ['service', 'resource'],
  'leads nowhere',
  'a service, or a resource.',
  'write such as service: { name: api, port: { number: 80 } }.',
);

const some = telling(
  ({ defaultBackend, rules }) => defaultBackend != null || !isNothing(rules),
  'has no rules',
  'rules, or a defaultBackend.',
  "write such as rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: … }] } }].",
);

const whole = telling(
  // Another type, or none, is told by itself.
  ({ path, pathType }) => Boolean(path) || !['Exact', 'Prefix'].includes(String(pathType)),
  'has no path',
  "a path, but beside pathType: 'ImplementationSpecific'.",
  "write path: '/'.",
);

const plain = telling(
  // Another type has the rules of its controller.
  ({ path, pathType }) =>
    !['Exact', 'Prefix'].includes(String(pathType)) || !/\/\/|\/\.\.?(?:\/|$)|%2f/i.test(String(path)),
  'has a path that is not plain',
  'one without "//", "/./", "/../" and "%2f".',
  'correct it.',
);

const oneWay = telling(
  ({ number, name }) => Boolean(number) !== Boolean(name),
  'is not one port',
  'a number or a name.',
  'write one of the two.',
);

export const ingressClass: readonly Place[] = [
  ['spec/parameters/scope', oneOf('Cluster', 'Namespace')],
  [
    'spec/parameters',
    telling(
      ({ scope, namespace }) => (scope === 'Namespace') !== isNothing(namespace),
      'is in no namespace, or in one by its scope alone',
      "a namespace beside scope: 'Namespace', and none else.",
      'write both of them, or none.',
    ),
  ],
];

export const ingress: readonly Place[] = [
  ['spec+', some],
  ['spec/ingressClassName', objectName],
  ['spec/rules/*/host', host],
  ['spec/rules/*/http/paths/*', whole],
  ['spec/rules/*/http/paths/*', plain],
  [
    'spec/rules/*/http/paths/*/path',
    satisfying(
      (value) => /^(?:\/|$)/.test(String(value)),
      'is no whole path',
      'a path that starts with "/".',
      'correct it.',
    ),
  ],
  ['spec/rules/*/http/paths/*/pathType', oneOf('Exact', 'Prefix', 'ImplementationSpecific')],
  ...['spec/rules/*/http/paths/*/backend', 'spec/defaultBackend'].flatMap((path): readonly Place[] => [
    [path, backend],
    [`${path}/service/name`, serviceName],
    [`${path}/service/port/number`, orZero(remotePort)],
    [`${path}/service/port/name`, orEmpty(portWord)],
    [`${path}/service/port`, oneWay],
  ]),
  ['spec/tls/*/hosts/*', (value) => (isIP(String(value)) === 0 ? host(value) : [])],
  ['spec/tls/*/secretName', orEmpty(objectName)],
];
