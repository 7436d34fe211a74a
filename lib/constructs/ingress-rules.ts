import { inTurn, mapOf, oneOf, oneOrMore } from '../checks/check';
import { within } from '../checks/finding';
import { host } from '../checks/host';
import { annotation } from '../checks/label';
import { objectName, secretName } from '../checks/name';
import { peer } from '../checks/peers';
import type { Check, Finding } from '../checks/problem';
import { optional, type Rules, required, shape } from '../checks/props';
import { isText } from '../checks/text';
import { textCheck } from '../checks/text-check';
import type { IngressProps } from './ingress-props';
import { pathsOf } from './routes';

const path: Check = textCheck({
  expected: 'a path that starts with "/", such as /orders.',
  example: '/orders',
  faults: [
    { when: /^[^/]/, wrong: 'does not start with "/"', becomes: (text) => `/${text}` },
    { when: /\s/, wrong: 'holds white space', fix: 'write it as it stands in a URL.' },
  ],
});

const rules: Rules<IngressProps> = {
  host: required(oneOrMore(host), 'invalid.example'),
  path: optional(oneOrMore(path)),
  pathType: optional(oneOf('Prefix', 'Exact', 'ImplementationSpecific')),
  ingressClassName: optional(objectName),
  tlsSecretName: optional(secretName),
  clusterIssuer: optional(objectName),
  annotations: optional(mapOf(safeName, (value, key) => [...annotation(key, value), ...oneLine(value)])),
  controller: optional(peer),
  insecureHttp: optional(
    inTurn(
      isText,
      textCheck({
        expected: 'the reason, in words.',
        example: 'inside the company’s own network',
        faults: [{ when: /^\S*$/, wrong: 'is no reason', fix: 'say in some words why it may be.' }],
      }),
    ),
  ),
};

export const ingress: Check = inTurn(shape(rules), plainPath, onePlan);

/** What a controller would run as code, or write into its own configuration as it is. */
function safeName(key: unknown): readonly Finding[] {
  if (!/-snippets?$/i.test(String(key))) return [];
  return [
    {
      prop: '',
      wrong: 'puts text into the configuration of the controller, which serves others too',
      expected: 'an annotation that the controller reads as a value.',
      fix: 'use the annotation for that very purpose, or the ConfigMap of the controller.',
    },
  ];
}

function oneLine(value: unknown): readonly Finding[] {
  if (typeof value !== 'string' || !/\p{Cc}/u.test(value)) return [];
  return [
    {
      prop: '',
      wrong: 'holds a character that ends a line of the controller’s configuration',
      expected: 'text on one line.',
      fix: 'take it away.',
    },
  ];
}

const plain = /^\/(?:[\w.~-]+(?:\/[\w.~-]+)*\/?)?$/;

/** A regular expression in a path that is none: controllers differ in what they make of it. */
function plainPath(value: unknown): readonly Finding[] {
  const { pathType = 'Prefix', ...ingress } = value as IngressProps;
  if (pathType === 'ImplementationSpecific') return [];
  const odd = pathsOf(ingress).filter((path) => !plain.test(path) || /\/\.\.?(?:\/|$)/.test(path));
  return odd.map((path) => ({
    prop: 'path',
    wrong: `is no plain path, as ${pathType} asks for`,
    got: path,
    expected: 'letters, digits, "-", "_", "." and "~" between single "/".',
    fix: "write such a path, or pathType: 'ImplementationSpecific' for what your controller makes of it.",
  }));
}

/** With a reason for plain text, nothing of TLS has a place. */
function onePlan(value: unknown): readonly Finding[] {
  const { insecureHttp, tlsSecretName, clusterIssuer } = value as IngressProps;
  const given = Object.entries({ tlsSecretName, clusterIssuer }).find(([, name]) => name !== undefined);
  if (insecureHttp === undefined || !given) return [];
  return within(given[0], [
    {
      prop: '',
      wrong: 'is for TLS, and insecureHttp says that there is none',
      got: given[1],
      expected: 'one of the two.',
      fix: 'leave insecureHttp out.',
    },
  ]);
}
