import type { Chart } from 'cdk8s';
import { EtlJob, type EtlJobProps } from 'cdk8s-tandem';
import { summary } from '../../lib/summary';
import { composed, objectOf, serviceOf, synthesized } from '../synthesis';

const image = 'ghcr.io/acme/etl:1.2.3';
const jobWith = (props: Partial<EtlJobProps>) => (chart: Chart) => void new EtlJob(chart, 'load', { image, ...props });

function specOf(props: Partial<EtlJobProps> = {}): unknown {
  return objectOf(synthesized(jobWith(props)), 'Job', 'load')?.spec;
}

function refusalOf(props: Partial<EtlJobProps>): string {
  try {
    synthesized(jobWith(props));
  } catch (error) {
    return String(error);
  }
  return 'accepted';
}

const failJob = (...values: readonly number[]) => ({ action: 'FailJob', onExitCodes: { operator: 'In', values } });
const ignore = { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] };

test('one run is tried four times, ends after six hours and is deleted after a day', () => {
  expect(specOf()).toMatchObject({
    activeDeadlineSeconds: 21600,
    backoffLimit: 3,
    completionMode: 'NonIndexed',
    completions: 1,
    parallelism: 1,
    podFailurePolicy: { rules: [failJob(64, 65, 78), ignore] },
    podReplacementPolicy: 'Failed',
    suspend: false,
    ttlSecondsAfterFinished: 86400,
    template: { spec: { restartPolicy: 'Never', terminationGracePeriodSeconds: 120 } },
  });
});

test('exit codes are in the order that the API server asks for, each once', () => {
  expect(specOf({ failJobExitCodes: [42, 3, 42] })).toMatchObject({
    podFailurePolicy: { rules: [failJob(3, 42), ignore] },
  });
  expect(specOf({ failJobExitCodes: [] })).toMatchObject({ podFailurePolicy: { rules: [ignore] } });
  expect(specOf({ podFailurePolicy: 'none', podReplacementPolicy: 'TerminatingOrFailed' })).not.toHaveProperty(
    'podFailurePolicy',
  );
});

describe('shards', () => {
  test('are an Indexed Job whose retries are counted by index', () => {
    const spec = specOf({ shards: 5, maxFailedIndexes: 1 });
    expect(spec).toMatchObject({
      backoffLimitPerIndex: 2,
      completionMode: 'Indexed',
      completions: 5,
      maxFailedIndexes: 1,
      parallelism: 5,
    });
    expect(spec).not.toHaveProperty('backoffLimit');
    expect(specOf({ shards: 5, parallelism: 2 })).toMatchObject({ completions: 5, parallelism: 2 });
    expect(serviceOf(jobWith({ shards: 5 }), 'load').environment).toEqual({
      RUN_ID: 'load',
      JOB_COMPLETION_INDEX: '0',
    });
  });

  test('leave the total of retries where it is asked for', () => {
    expect(specOf({ shards: 5, backoffLimit: 7 })).toMatchObject({ backoffLimit: 7, backoffLimitPerIndex: 2 });
    expect(specOf({ shards: 5, backoffLimitPerIndex: 'none' })).toMatchObject({ backoffLimit: 3 });
  });

  test('have no second word for what they are', () => {
    expect(refusalOf({ shards: 5, completions: 5 })).toContain('orders/load · completions: is what shards says');
    expect(refusalOf({ maxFailedIndexes: 1 })).toContain('orders/load · maxFailedIndexes: has no index to count');
    expect(refusalOf({ completionMode: 'Indexed' })).toContain('orders/load · completionMode: counts nothing');
  });
});

test('pods that share a queue are as many as asked for, with no number of completions', () => {
  expect(specOf({ parallelism: 3 })).toMatchObject({ parallelism: 3 });
  expect(specOf({ parallelism: 3 })).not.toHaveProperty('completions');
});

describe('a checkpoint', () => {
  const checkpoint = { size: '1Gi' };

  test('is a claim of its own, mounted at a folder of it, on both targets', () => {
    const output = synthesized(jobWith({ checkpoint }));
    expect(objectOf(output, 'PersistentVolumeClaim', 'load-checkpoint')).toMatchObject({
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    });
    expect(objectOf(output, 'Job', 'load')).toMatchObject({
      spec: {
        template: {
          spec: {
            containers: [
              {
                env: [{ name: 'RUN_ID' }, { name: 'CHECKPOINT_DIR', value: '/checkpoint' }],
                volumeMounts: [
                  { name: 'tmp', mountPath: '/tmp' },
                  { name: 'checkpoint', mountPath: '/checkpoint', subPath: 'load' },
                ],
              },
            ],
          },
        },
      },
    });
    const { services } = composed(jobWith({ checkpoint }));
    expect(services.load?.volumes).toEqual([
      {
        type: 'volume',
        source: 'load-checkpoint',
        target: '/checkpoint',
        volume: { nocopy: true, subpath: 'load' },
      },
    ]);
    expect(services.load?.environment).toEqual({ RUN_ID: 'load', CHECKPOINT_DIR: '/checkpoint' });
    expect(services['load-volumes']?.user).toBe('0:10001');
  });

  test('of one node is none for pods that go at once', () => {
    expect(refusalOf({ checkpoint, shards: 3 })).toContain(
      'orders/load · checkpoint.accessModes: lets one node mount the volume, and 3 pods go at once',
    );
    expect(refusalOf({ checkpoint, shards: 3, parallelism: 1 })).toBe('accepted');
    expect(refusalOf({ checkpoint: { ...checkpoint, accessModes: ['ReadWriteMany'] }, shards: 3 })).toBe('accepted');
  });
});

test('what the API server refuses is refused here', () => {
  expect(refusalOf({ checkpoint: { size: '1Gi', accessModes: [] } })).toContain('checkpoint.accessModes: is empty');
  expect(refusalOf({ podReplacementPolicy: 'TerminatingOrFailed' })).toContain('orders/load · podReplacementPolicy: ');
  expect(refusalOf({ podFailurePolicy: { rules: [] }, failJobExitCodes: [1] })).toContain(
    'failJobExitCodes: is part of',
  );
});

test('your own RUN_ID takes the place of ours', () => {
  expect(serviceOf(jobWith({ env: { RUN_ID: 'mine' } }), 'load').environment).toEqual({ RUN_ID: 'mine' });
});

test('the summary says how it runs on both targets', () => {
  const said = summary(synthesized(jobWith({})));
  expect(said).toContain('  load, by hand: docker compose run --rm load\n');
  expect(said).toMatch(
    /load, once more or changed: kubectl -n orders delete job load --ignore-not-found && kubectl apply -f \S+\n/,
  );
});
