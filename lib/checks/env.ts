import { isReference, type Reference, type SecretPiece } from '../connections/reference';
import { inTurn, mapOf } from './check';
import { found, within } from './finding';
import { secretKeyName, secretName } from './name';
import { isPlainObject } from './plain-object';
import type { Check, Finding } from './problem';
import { isSecretName } from './secret-text';
import { asText, unfitFaults } from './text';
import { type Fault, firstFault, holding, secretFault, textCheck } from './text-check';

/** Variables of a container: text, references, or EnvValues of cdk8s-plus. */
export const env: Check = inTurn(
  mapOf(
    (key) => envName(key),
    (value, name) => (typeof value === 'object' && value !== null ? source(value) : envText(value, name)),
  ),
  helpersAreFree,
);

function source(value: object): readonly Finding[] {
  if (isReference(value)) return secretPieces(value);
  if ('valueFrom' in value && value.valueFrom) return [];
  // Who writes EnvValue.fromValue('…') says that it is no secret, whatever the name.
  if ('value' in value) return envText(value.value, '');
  return found(
    value,
    'is neither text nor a reference',
    'text, a reference such as mongo.url(), or an EnvValue.',
    'write one of them.',
  );
}

export function secretPieces({ pieces }: Reference): readonly Finding[] {
  return pieces.flatMap(piece);
}

function piece(one: unknown): readonly Finding[] {
  if (typeof one === 'string') return [];
  if (!isPlainObject(one))
    return found(one, 'is no part of a reference', 'text or a key of a Secret.', "write existing('name', 'key').");
  return [...within('secret', secretName(one.secretName)), ...within('key', secretKeyName(one.key))];
}

/** A name that every shell and every language can read. Kubernetes itself takes some more. */
const envName: Check = textCheck({
  expected: 'letters, digits and "_", with no digit first.',
  example: 'LOG_LEVEL',
  faults: [
    { ...holding(/\W/u), becomes: nameFor },
    { when: /^\d/, wrong: 'starts with a digit', becomes: nameFor },
    {
      when: (text) => reserved.some(([names]) => names.test(text)),
      wrong: (text) => `is not free: ${reserved.find(([names]) => names.test(text))?.[1]}`,
      fix: (text) => `call it otherwise, such as APP_${text.toUpperCase().slice(0, 60)}.`,
    },
  ],
});

const reserved: readonly (readonly [names: RegExp, because: string])[] = [
  [/^HOSTNAME$/, 'the container runtime sets it to the name of the pod'],
  [/^PATH$/, 'the image says where its programs are'],
  [/^(?:LD_PRELOAD|LD_AUDIT|BASH_ENV)$/, 'it puts other code into every program that starts'],
  [/^KUBERNETES_/, 'Kubernetes keeps names that start with KUBERNETES_ for itself'],
];

function nameFor(text: string): string {
  const words = text
    .slice(0, 100)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_');
  return words.replace(/^_|_$/g, '').replace(/^(?=\d)/, '_') || 'LOG_LEVEL';
}

/** Text that is no secret: it stands in the manifest and in the Compose file. The name tells what it ought to hold. */
function envText(value: unknown, name: string): readonly Finding[] {
  if (value === undefined || value === null) return found(value, 'has no value', expected, unset(name));
  if (isSecretName(name)) return isPath(value) ? firstFault(value, expected, faults) : [secretByName];
  return typeof value === 'string'
    ? firstFault(value, expected, faults)
    : found(value, 'is not a string', expected, textFor(value));
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('/');
}

function textFor(value: unknown): string {
  return typeof value === 'function' ? 'call it: write () behind it.' : `write it as a string${asText(value)}.`;
}

const expected = 'text, as the process reads it.';

const faults: readonly Fault[] = [
  ...unfitFaults,
  secretFault,
  {
    when: /\[object [A-Z]\w{0,40}\]|(?:^|[/:@.=])undefined(?:$|[/:@.=?&])|\{\{/,
    wrong: 'holds what is left of a value that was not there',
    fix: 'put the value there, and where it may be missing, write what to do then.',
  },
  {
    when: /^<?(?:change|replace|fill)[-_ ]?(?:me|it|this)>?[.!]*$|^<(?:your|my|the|insert)[-_ ][\w -]{1,60}>$/i,
    wrong: 'is a placeholder that nobody has filled in',
    fix: "put the value there, or existing('name', 'key') where it is a secret.",
  },
];

function unset(name: string): string {
  return `leave it out, or say what it is then, such as process.env.${/^\w{1,60}$/.test(name) ? name : 'NAME'} ?? 'none'.`;
}

const secretByName: Finding = {
  prop: '',
  wrong: 'is a secret by its name, and everybody who reads the manifests would know it',
  expected: 'a reference to a Secret, or the path of a file.',
  fix: "keep it in a Secret and refer to it with existing('name', 'key').",
};

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
            expected: 'a name that no reference uses.',
            fix: 'choose another name.',
          }))
      : [],
  );
}
