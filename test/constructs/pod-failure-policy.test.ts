import { EtlJob, type PodFailurePolicy } from 'cdk8s-tandem';
import { problemsOf } from '../misuse/problems-of';
import { synthesized } from '../synthesis';

const problems = (podFailurePolicy: unknown) =>
  problemsOf(() =>
    synthesized(
      (chart) =>
        new EtlJob(chart, 'load', {
          image: 'ghcr.io/acme/load:1',
          podFailurePolicy: podFailurePolicy as PodFailurePolicy,
        }),
    ),
  );
const onExit = (rest: object) => ({
  rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [3], ...rest } }],
});

test.each([
  onExit({}),
  onExit({ operator: 'NotIn', values: [0, 3] }),
  onExit({ containerName: 'load' }),
  { rules: [] },
  { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'example.com/Gone', status: 'False' }] }] },
])('%j is taken', (policy) => {
  expect(problems(policy)).toEqual([]);
});

test.each<[unknown, string]>([
  [{}, 'podFailurePolicy.rules: is missing'],
  [{ rules: Array(21).fill(onExit({}).rules[0]) }, 'podFailurePolicy.rules: are too many'],
  [{ rules: [{ action: 'Die' }] }, 'podFailurePolicy.rules[0].action: is none of what it may be, got "Die"'],
  [{ rules: [{ action: 'Count' }] }, 'podFailurePolicy.rules[0]: does not say when it applies, or says it twice'],
  [
    onExit({ values: [3, 1] }),
    'podFailurePolicy.rules[0].onExitCodes.values: are not in their order, or hold one twice',
  ],
  [
    onExit({ values: [1, 1] }),
    'podFailurePolicy.rules[0].onExitCodes.values: are not in their order, or hold one twice',
  ],
  [onExit({ values: [] }), 'podFailurePolicy.rules[0].onExitCodes.values: are none'],
  [onExit({ values: [0] }), 'podFailurePolicy.rules[0].onExitCodes: holds 0, with which a container succeeds'],
  [onExit({ containerNames: ['a'] }), 'podFailurePolicy.rules[0].onExitCodes.containerNames: is not known here'],
  [
    { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'A b', status: 'True' }] }] },
    'podFailurePolicy.rules[0].onPodConditions[0].type: is no type of a condition',
  ],
  [
    { rules: [{ ...onExit({}).rules[0], action: 'FailIndex' }] },
    'podFailurePolicy: ends one index, and none is counted',
  ],
])('%j is refused', (policy, said) => {
  expect(problems(policy)).toEqual([expect.stringContaining(`orders/load · ${said}`)]);
});

test('the exit codes of a container that is not there are refused', () => {
  expect(problems(onExit({ containerName: 'nobody' }))).toEqual([
    'orders/load/job · spec/podFailurePolicy/rules/0/onExitCodes/containerName: names a container that the pod has not, got "nobody". Expected one of load. Fix: correct it, or leave it out for every container.',
  ]);
});
