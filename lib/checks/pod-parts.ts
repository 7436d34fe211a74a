import { inTurn, integer, listOf, oneOf, satisfying } from './check';
import { found, within } from './finding';
import { labelName, labelValue } from './label';
import { mountPath } from './path';
import type { Check } from './problem';
import { optional, shape } from './props';
import { textCheck } from './text-check';

/** Parts of a pod that are told apart by a word: two of one would be one to nobody. */
export function eachOnce(key: string, part: Check): Check {
  return inTurn(listOf(part), (value) => {
    const words = (value as readonly Readonly<Record<string, unknown>>[]).map((one) => one[key]);
    return words.flatMap((word, index) =>
      words.indexOf(word) < index
        ? within(index, within(key, found(word, 'is there twice', 'another for each.', 'change one of the two.')))
        : [],
    );
  });
}

/** Where a volume is mounted: a container without these of its own does not start, or finds none of its programs. */
export const volumePath: Check = inTurn(
  mountPath,
  textCheck({
    expected: 'a folder or a file that is free to be replaced, such as /data.',
    example: '/data',
    faults: [
      {
        when: /^\/(?:proc|sys|dev|etc|bin|sbin|lib|lib64|usr|var|run)\/?$|^\/(?:proc|sys|dev)\//,
        wrong: 'is a place that the system fills itself',
        fix: 'write another path, such as "/data".',
      },
    ],
  }),
);

/** What a pod bears, as the API server takes it. */
export const toleration: Check = inTurn(
  shape<Toleration>({
    key: optional(labelName),
    operator: optional(oneOf('Exists', 'Equal')),
    value: optional(labelValue),
    effect: optional(oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute')),
    tolerationSeconds: optional(integer(0, 2 ** 31 - 1, ', in seconds', 300)),
  }),
  telling(
    ({ key, operator }) => key !== undefined || operator === 'Exists',
    'names no taint',
    "a key, or operator: 'Exists' for every taint.",
    'write one of them.',
  ),
  telling(
    ({ operator, value }) => operator !== 'Exists' || !value,
    'asks for a value and for any',
    "a value beside operator: 'Equal' alone.",
    'leave the value out.',
  ),
  telling(
    ({ effect, tolerationSeconds }) => tolerationSeconds === undefined || effect === 'NoExecute',
    'has seconds for an effect that ends no pod',
    "tolerationSeconds beside effect: 'NoExecute' alone.",
    'leave the seconds out.',
  ),
);

interface Toleration {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
  readonly tolerationSeconds?: number;
}

function telling(is: (toleration: Toleration) => boolean, wrong: string, expected: string, fix: string): Check {
  return satisfying((value) => is(value as Toleration), wrong, expected, fix);
}
