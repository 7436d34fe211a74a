import fc from 'fast-check';
import type { Family, KubernetesObject, Right, Written, Wrong } from './family';
import { noCount } from './strangers';

const kind = fc.constantFrom('cron' as const, 'job' as const);
const some = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { requiredKeys: [] });

const codes = fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 1, maxLength: 4 });
const alone = some({
  backoffLimit: fc.integer({ min: 0, max: 1000 }),
  activeDeadlineSeconds: fc.integer({ min: 1, max: 31_536_000 }),
  ttlSecondsAfterFinished: fc.integer({ min: 0, max: 31_536_000 }),
  suspend: fc.boolean(),
});
const shared = fc.oneof(
  some({ parallelism: fc.integer({ min: 1, max: 1000 }), completions: fc.integer({ min: 1, max: 1000 }) }),
  fc
    .record({
      shards: fc.integer({ min: 1, max: 100 }),
      maxFailedIndexes: fc.integer({ min: 0, max: 100 }),
      backoffLimitPerIndex: fc.integer({ min: 0, max: 10 }),
    })
    .map((given) => ({ ...given, maxFailedIndexes: Math.min(given.maxFailedIndexes, given.shards) })),
  fc.record({ completionMode: fc.constant('Indexed' as const), completions: fc.integer({ min: 1, max: 100 }) }),
);
const failure = fc.oneof(
  fc.constant({}),
  codes.map((failJobExitCodes) => ({ failJobExitCodes })),
  fc
    .constantFrom('Failed', 'TerminatingOrFailed')
    .map((podReplacementPolicy) => ({ podReplacementPolicy, podFailurePolicy: 'none' })),
  fc
    .tuple(
      fc.constantFrom('FailJob', 'Ignore', 'Count'),
      fc.uniqueArray(fc.integer({ min: 1, max: 255 }), { minLength: 1, maxLength: 3 }),
    )
    .map(([action, values]) => ({
      podFailurePolicy: {
        rules: [{ action, onExitCodes: { operator: 'In', values: values.toSorted((one, other) => one - other) } }],
      },
    })),
);
const ofCron = some({
  concurrencyPolicy: fc.constantFrom('Allow', 'Forbid', 'Replace'),
  startingDeadlineSeconds: fc.integer({ min: 10, max: 31_536_000 }),
  successfulJobsHistoryLimit: fc.integer({ min: 0, max: 1000 }),
  failedJobsHistoryLimit: fc.integer({ min: 0, max: 1000 }),
});

const number = (least: number, most: number) =>
  fc.oneof(noCount, fc.constantFrom(least - 1, most + 1, -(2 ** 31), 2 ** 31));
const words = (...known: readonly string[]) =>
  fc.constantFrom<unknown>(
    '',
    'none',
    null,
    3,
    true,
    [],
    ...known.map((word) => word.toLowerCase()),
    ...known.map((word) => `${word} `),
  );
/** What is wrong in each by itself. */
const numbers: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  backoffLimit: number(0, 1000),
  activeDeadlineSeconds: number(1, 31_536_000),
  ttlSecondsAfterFinished: number(0, 31_536_000),
  shards: number(1, 100_000),
  parallelism: number(1, 100_000),
  completions: number(1, 100_000),
  maxFailedIndexes: number(0, 100_000),
  backoffLimitPerIndex: number(0, 1000),
  completionMode: words('Indexed', 'NonIndexed'),
  podReplacementPolicy: words('Failed'),
  failJobExitCodes: fc.constantFrom<unknown>([0], [256], [-1], [1.5], ['3'], [null], 3, '3', null, {}),
  podFailurePolicy: fc.constantFrom<unknown>(
    'None',
    null,
    3,
    [],
    '',
    { rules: 'x' },
    { rules: {} },
    {},
    { rules: [{}] },
    { rules: [{ action: 'Die' }] },
  ),
  suspend: fc.constantFrom<unknown>('true', 1, null, 'no', {}),
};
const cronNumbers: typeof numbers = {
  concurrencyPolicy: words('Forbid', 'Allow', 'Replace'),
  startingDeadlineSeconds: number(10, 31_536_000),
  successfulJobsHistoryLimit: number(0, 1000),
  failedJobsHistoryLimit: number(0, 1000),
};
const each = (props: typeof numbers, kind: fc.Arbitrary<Wrong['kind']>) =>
  fc
    .constantFrom(...Object.entries(props))
    .chain(([prop, wrong]) =>
      fc.tuple(kind, wrong).map(([kind, value]): Wrong => ({ kind, props: { [prop]: value }, prop })),
    );
const together = fc.constantFrom<readonly [string, object]>(
  ['completions', { shards: 2, completions: 2 }],
  ['completionMode', { shards: 2, completionMode: 'Indexed' }],
  ['completionMode', { completionMode: 'Indexed' }],
  ['backoffLimitPerIndex', { backoffLimitPerIndex: 2 }],
  ['maxFailedIndexes', { maxFailedIndexes: 2 }],
  ['maxFailedIndexes', { shards: 2, maxFailedIndexes: 2, backoffLimitPerIndex: 'none' }],
  ['podReplacementPolicy', { podReplacementPolicy: 'TerminatingOrFailed' }],
  ['failJobExitCodes', { podFailurePolicy: 'none', failJobExitCodes: [3] }],
  ['checkpoint.accessModes', { parallelism: 2, checkpoint: { size: '1Gi' } }],
  ['checkpoint.accessModes', { checkpoint: { size: '1Gi', accessModes: ['readWriteOnce'] } }],
);

const near = fc.tuple(
  kind,
  some({
    backoffLimit: fc.constantFrom(0, 6, 'none', -1),
    activeDeadlineSeconds: fc.constantFrom<unknown>(1, 'none', 0),
    shards: fc.constantFrom(1, 2, 100_000),
    parallelism: fc.constantFrom(1, 3, 100_000),
    completions: fc.constantFrom(1, 100_000),
    completionMode: fc.constantFrom('Indexed', 'NonIndexed'),
    maxFailedIndexes: fc.constantFrom(0, 1, 3, 100_000),
    backoffLimitPerIndex: fc.constantFrom<unknown>(0, 1, 'none'),
    ttlSecondsAfterFinished: fc.constantFrom<unknown>(0, 'none'),
    podReplacementPolicy: fc.constantFrom('Failed', 'TerminatingOrFailed'),
    failJobExitCodes: fc.constantFrom<unknown>([], [3, 3], [255, 1], [0]),
    podFailurePolicy: fc.constantFrom<unknown>(
      ...['none', {}, { rules: [] }, { rules: [{}] }, { rules: [{ action: 'FailJob' }] }, { rule: [] }],
      ...[
        { rules: [{ action: 'FailIndex', onExitCodes: { operator: 'In', values: [3] } }] },
        { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }] },
      ],
      ...[
        { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [0] } }] },
        { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [3, 1] } }] },
      ],
      ...[
        { rules: [{ action: 'Count', onExitCodes: { operator: 'NotIn', values: [0] } }] },
        { rules: [{ action: 'FailJob', onExitCodes: { containerName: 'nobody', operator: 'In', values: [1] } }] },
      ],
      ...[
        { rules: [{ action: 'Count', onExitCodes: { operator: 'In', values: [] } }] },
        { rules: [{ action: 'Count', onExitCodes: { operator: 'In', values: [1, 1] } }] },
      ],
      ...[
        { rules: [{ action: 'Count', onPodConditions: [] }] },
        { rules: [{ action: 'Count', onPodConditions: [{ type: 'Ready', status: 'Yes' }] }] },
      ],
      ...[{ rules: Array(21).fill({ action: 'Count', onExitCodes: { operator: 'In', values: [1] } }) }],
      ...[
        {
          rules: [
            {
              action: 'Count',
              onExitCodes: { operator: 'In', values: [1] },
              onPodConditions: [{ type: 'Ready', status: 'True' }],
            },
          ],
        },
      ],
    ),
  }),
);

export const jobs: Family = {
  right: fc.oneof(
    fc.tuple(kind, alone, shared, failure).map(
      ([kind, one, two, three]): Right => ({
        kind,
        props: { ...one, ...two, ...three },
        kept(written) {
          const { suspend, ...rest } = one;
          const { shards, ...others } = two as { readonly shards?: number };
          const spec = jobOf(written);
          expect(spec).toMatchObject({
            ...rest,
            ...others,
            ...(shards !== undefined && { completions: shards, completionMode: 'Indexed' }),
          });
          if (suspend !== undefined && kind === 'job') expect(spec).toMatchObject({ suspend });
          if ('podFailurePolicy' in three && three.podFailurePolicy === 'none')
            expect(spec).not.toHaveProperty('podFailurePolicy');
        },
      }),
    ),
    ofCron.map(
      (props): Right => ({
        kind: 'cron',
        props,
        kept: ({ objects }) => expect(objects.find(isOf('CronJob'))?.spec).toMatchObject(props),
      }),
    ),
  ),
  wrong: fc.oneof(
    { weight: 4, arbitrary: each(numbers, kind) },
    { weight: 2, arbitrary: each(cronNumbers, fc.constant('cron')) },
    { weight: 2, arbitrary: fc.tuple(kind, together).map(([kind, [prop, props]]): Wrong => ({ kind, props, prop })) },
  ),
  near: near.map(([kind, props]) => ({ kind, props })),
};

function jobOf({ objects }: Written): unknown {
  const job = objects.find(isOf('Job'))?.spec;
  return job ?? Object(Object(objects.find(isOf('CronJob'))?.spec).jobTemplate).spec;
}

function isOf(wanted: string): (object: KubernetesObject) => boolean {
  return ({ kind }) => kind === wanted;
}
