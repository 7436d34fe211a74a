import { either, inTurn, integer, listOf, oneOf, satisfying } from '../../checks/check';
import { nameInPod } from '../../checks/name';
import type { Check } from '../../checks/problem';
import { optional, type Rules, required, shape } from '../../checks/props';
import type { PodFailurePolicy } from './failure';

type Rule = PodFailurePolicy['rules'][number];

const sorted: Check = satisfying(
  (value) => (value as readonly number[]).every((code, index, all) => index === 0 || code > (all[index - 1] ?? code)),
  'are not in their order, or hold one twice',
  'exit codes from the lowest to the highest, each once.',
  'sort them.',
);

const atMost = (most: number): Check =>
  satisfying(
    (value) => (value as readonly unknown[]).length <= most,
    'are too many',
    `at most ${most} of them.`,
    'join some of them.',
  );

const some = (most: number): Check =>
  inTurn(
    satisfying(
      (value) => (value as readonly unknown[]).length > 0,
      'are none',
      'at least one.',
      'write one, or leave the rule out.',
    ),
    atMost(most),
  );

const onExitCodes: Rules<NonNullable<Rule['onExitCodes']>> = {
  containerName: optional(nameInPod),
  operator: required(oneOf('In', 'NotIn'), 'In'),
  values: required(inTurn(listOf(integer(0, 255, ', an exit code', 3)), some(255), sorted), [3]),
};

const exitCodes: Check = inTurn(
  shape(onExitCodes),
  satisfying(
    (value) => {
      const { operator, values } = value as NonNullable<Rule['onExitCodes']>;
      return operator === 'NotIn' || !values.includes(0);
    },
    'holds 0, with which a container succeeds',
    'exit codes above 0 beside In.',
    'leave 0 out.',
  ),
);

const condition = shape<NonNullable<Rule['onPodConditions']>[number]>({
  type: required(
    satisfying(
      (value) =>
        typeof value === 'string' && /^(?:[a-z0-9.-]{1,253}\/)?[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/.test(value),
      'is no type of a condition',
      'a type such as DisruptionTarget.',
      'correct it.',
    ),
    'DisruptionTarget',
  ),
  status: required(oneOf('True', 'False', 'Unknown'), 'True'),
});

const rule: Check = inTurn(
  shape<Rule>({
    action: required(oneOf('FailJob', 'FailIndex', 'Ignore', 'Count'), 'Count'),
    onExitCodes: optional(exitCodes),
    onPodConditions: optional(inTurn(listOf(condition), some(20))),
  }),
  satisfying(
    (value) => ((value as Rule).onExitCodes === undefined) !== ((value as Rule).onPodConditions === undefined),
    'does not say when it applies, or says it twice',
    'one of onExitCodes and onPodConditions.',
    'write one of them.',
  ),
);

/** As the API server takes it: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/#JobSpec. */
export const podFailurePolicy: Check = either(
  oneOf('none'),
  shape<PodFailurePolicy>({ rules: required(inTurn(listOf(rule), atMost(20)), []) }),
);
