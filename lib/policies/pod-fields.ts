import { satisfying } from '../checks/check';
import { labelName } from '../checks/label';
import type { Check } from '../checks/problem';
import { parseQuantity, type Quantity } from '../units/quantity';

/** What a pod can be told of itself, in a variable and in a file. */

const ofBoth = ['metadata.name', 'metadata.namespace', 'metadata.uid'];
const ofEnv = [
  ...ofBoth,
  ...['spec.nodeName', 'spec.serviceAccountName'],
  ...['status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs'],
];
const ofVolume = [...ofBoth, 'metadata.labels', 'metadata.annotations'];

export const pathInEnv: Check = fieldPath(ofEnv);
export const pathInVolume: Check = fieldPath(ofVolume);

function fieldPath(known: readonly string[]): Check {
  return satisfying(
    (value) => typeof value === 'string' && (known.includes(value) || isEntry(value)),
    'is no field that a pod is told',
    `one of ${known.join(', ')}, metadata.labels['…'] and metadata.annotations['…'].`,
    'write one of them.',
  );
}

function isEntry(path: string): boolean {
  const [, key] = /^metadata\.(?:labels|annotations)\['(.*)'\]$/s.exec(path) ?? [];
  return key !== undefined && labelName(key.toLowerCase()).length === 0;
}

const sources = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'];

/** Where the value of a variable comes from. A source that is younger than these is one, too. */
export const variableSource: Check = satisfying(
  (value) => Object.values(Object(value)).filter((source) => source != null).length === 1,
  'is not one source of a value',
  `one of ${sources.join(', ')}.`,
  'write one of them.',
);

/** In a ConfigMap or a Secret. */
export const dataKey: Check = satisfying(
  (value) => typeof value === 'string' && /^[-._a-zA-Z0-9]+$/.test(value),
  'is no key of a ConfigMap or a Secret',
  'letters, digits, "-", "_" and ".".',
  'correct the key.',
);

const decimal = '1 1k 1M 1G 1T 1P 1E'.split(' ');
const binary = '1 1Ki 1Mi 1Gi 1Ti 1Pi 1Ei'.split(' ');

/** In which unit a pod is told what it may use. */
export const divided: Check = satisfying(
  (value) => {
    const { resource, divisor } = Object(value);
    return divisor == null || isUnit(String(divisor), String(resource).endsWith('.cpu'));
  },
  'is in a unit that there is not',
  'a divisor of 1 or 1m for the CPU, and of 1, 1k, 1M, 1Ki, 1Mi, … for a size.',
  'correct the divisor.',
);

/** The divisor by itself, as whoever reads it tells it. */
export const quantity: Check = satisfying(
  (value) => parseQuantity(String(value)) !== undefined,
  'has another shape than its kind',
  'a quantity, such as 1m or 1Mi.',
  'correct the manifest.',
);

/** In any spelling, but not with an exponent, and a number without a suffix is none of the binary ones. */
function isUnit(text: string, isCpu: boolean): boolean {
  const amount = parseQuantity(text);
  // What is no quantity is told by itself.
  if (!amount || amount.numerator === 0n) return true;
  if (/e\d|e[+-]/i.test(text)) return false;
  const units = isCpu ? ['1', '1m'] : text.endsWith('i') ? binary : decimal;
  return units.some((unit) => isSame(amount, parseQuantity(unit)));
}

function isSame(amount: Quantity, other: Quantity | undefined): boolean {
  return other !== undefined && amount.numerator * other.denominator === other.numerator * amount.denominator;
}
