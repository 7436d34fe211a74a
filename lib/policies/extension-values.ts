import { integer, oneOf } from '../checks/check';
import type { Check } from '../checks/problem';
import { type Bare, bare } from './bare';
import { isNothing } from './or-nothing';
import type { Place } from './places';
import { oneKeyOf, telling } from './value-checks';

/** What a cluster is extended with, as the API server takes it. */

const called = oneKeyOf(
  ['url', 'service'],
  'is not one server',
  'a service, or a url.',
  "write such as service: { name: 'check', namespace: 'checks' }.",
);

export const webhooks: readonly Place[] = [
  ['webhooks/*/clientConfig', called],
  ['webhooks/*/sideEffects', oneOf('None', 'NoneOnDryRun')],
  ['webhooks/*/failurePolicy', oneOf('Ignore', 'Fail')],
  ['webhooks/*/timeoutSeconds', integer(1, 30, ', in seconds', 5)],
];

export const policy: readonly Place[] = [
  [
    'spec',
    telling(
      ({ validations, auditAnnotations }) => !isNothing(validations) || !isNothing(auditAnnotations),
      'asks for nothing',
      'validations or auditAnnotations.',
      "write such as validations: [{ expression: 'object.spec.replicas < 10' }].",
    ),
  ],
];

export const policyBinding: readonly Place[] = [
  [
    'spec/paramRef',
    telling(
      ({ name, selector }) => isNothing(name) !== isNothing(selector),
      'does not say which',
      'a name, or a selector.',
      'write one of the two.',
    ),
  ],
];

/** Its name says what it is, once more. */
function namedBy(partsOf: (spec: Bare) => readonly unknown[]): Check {
  return (object) => {
    const { metadata, spec } = Object(object);
    const { name } = Object(metadata);
    const parts = partsOf(bare(spec));
    const expected = parts.join('.');
    // What is missing is told by itself.
    if (name === expected || parts.includes(undefined)) return [];
    return [
      {
        prop: 'metadata/name',
        wrong: 'is not what its spec says',
        got: name,
        expected: `${expected}.`,
        fix: `write ${expected}.`,
      },
    ];
  };
}

const stored = telling(
  ({ versions }) => isNothing(versions) || [versions].flat().filter((one) => bare(one).storage === true).length === 1,
  'has not one version that is stored',
  'storage: true in one of its versions.',
  'write it in one of them, and false in the others.',
);

const typed = telling(
  (schema) => !isNothing(schema.type) || schema['x-kubernetes-preserve-unknown-fields'] === true,
  'has no type',
  'a type at its root.',
  "write type: 'object'.",
);

export const definition: readonly Place[] = [
  ['', namedBy(({ names, group }) => [bare(names).plural, group])],
  ['spec', stored],
  ['spec/versions/*/schema/openAPIV3Schema', typed],
];

export const apiService: readonly Place[] = [['', namedBy(({ version, group }) => [version, group])]];
