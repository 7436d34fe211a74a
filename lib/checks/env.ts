import { isReference, type Reference, type SecretPiece } from '../connections/reference';
import { check, inTurn, mapOf, within } from './check';
import { secretKeyName, secretName } from './name';
import type { Check, Finding } from './problem';

const reserved = /^(?:PATH|HOSTNAME|LD_PRELOAD|LD_LIBRARY_PATH|KUBERNETES_.*)$/;

const variableName: Check = inTurn(
  check(
    (value) => /^[A-Za-z_]\w*$/.test(String(value)),
    'is no name of a variable',
    'letters, digits and "_", not beginning with a digit',
    (value) =>
      `did you mean ${String(value)
        .replace(/\W/g, '_')
        .replace(/^(?=\d)/, '_')}?`,
  ),
  check(
    (value) => !reserved.test(String(value)),
    'is set by the system itself',
    'a variable of the program',
    'choose another name',
  ),
);

/** Variables of a container: text, references, or EnvValues of cdk8s-plus. */
export const env: Check = inTurn(
  mapOf(variableName, (value) => (typeof value === 'object' ? source(value) : variableText(value))),
  (value) =>
    Object.entries(value as object).flatMap(([name, one]) => (typeof one === 'string' ? secrets(name, one) : [])),
  helpersAreFree,
);

const unresolved = /^(?:undefined|null|NaN|\[object \w+\])$|\{\{.*\}\}/;

const variableText: Check = inTurn(
  check((value) => value !== undefined, 'has no value', 'text or a reference', "leave the variable out, or write ''"),
  check(
    (value) => typeof value === 'string',
    'is not text: a variable is always text',
    "text, such as '8000'",
    (value) => (typeof value === 'function' ? 'call it: write () behind it' : `write '${String(value)}'`),
  ),
  check(
    (value) => !String(value).includes('\0'),
    'holds a NUL, which no process can be given',
    'text without NUL',
    'encode it',
  ),
  check((value) => !/\p{Surrogate}/u.test(String(value)), 'is no well-formed Unicode', 'text', 'correct its encoding'),
  check(
    (value) => !unresolved.test(String(value)),
    'holds a placeholder that nobody filled in',
    'the value itself',
    'look where it comes from',
  ),
);

const source: Check = (value) => {
  if (isReference(value)) return reference(value);
  const isEnvValue = value !== null && ['value', 'valueFrom'].some((key) => Object.hasOwn(value as object, key));
  return isEnvValue
    ? []
    : [
        {
          prop: '',
          wrong: 'is neither text nor a reference',
          got: value,
          expected: 'text, a reference such as mongo.url(), or an EnvValue',
          fix: 'write one of them',
        },
      ];
};

function reference({ pieces }: Reference): readonly Finding[] {
  return pieces
    .filter((piece): piece is SecretPiece => typeof piece !== 'string')
    .flatMap(({ secretName: name, key }) => [
      ...within('secret', secretName(name)),
      ...within('key', secretKeyName(key)),
    ]);
}

/** A finding about a secret never holds it. */
function secrets(name: string, value: string): readonly Finding[] {
  const kind = secretKinds.find(([pattern]) => pattern.test(value))?.[1];
  const named =
    /PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIAL/i.test(name) &&
    value !== '' &&
    !value.startsWith('/');
  if (!kind && !named) return [];
  const wrong = kind ? `holds ${kind}` : 'is named like a secret and its value is in the definition';
  return [
    {
      prop: name,
      wrong,
      expected: 'a reference to a Secret',
      fix: "write existing('<secret>', '<key>'), or a reference such as mongo.url()",
    },
  ];
}

const secretKinds: readonly (readonly [RegExp, string])[] = [
  [/[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@]+@/i, 'a URL with a password'],
  [/[?&;](?:password|passwd|pwd|token|secret)=[^&\s]/i, 'a URL with a password'],
  [/https?:\/\/[^/\s:@]{16,}@/, 'a URL with a token'],
  [/\bAKIA[0-9A-Z]{16}\b/, 'an access key of AWS'],
  [/\bgh[pousr]_[A-Za-z0-9]{20,}/, 'a token of GitHub'],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,}/, 'a token of Slack'],
  [/\beyJ[\w-]{10,}\.[\w-]{10,}\./, 'a signed token'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
];

/** A reference's secret is a variable of its own, beside those of the user. */
function helpersAreFree(value: unknown): readonly Finding[] {
  const names = Object.keys(value as object);
  return Object.entries(value as object).flatMap(([name, one]) =>
    isReference(one) && one.pieces.length > 1
      ? one.pieces
          .filter(
            (piece): piece is SecretPiece => typeof piece !== 'string' && names.includes(`${name}_${piece.called}`),
          )
          .map(({ called }) => ({
            prop: `${name}_${called}`,
            wrong: `is the variable that the reference ${name} is made of`,
            expected: 'a name that no reference uses',
            fix: 'choose another name',
          }))
      : [],
  );
}
