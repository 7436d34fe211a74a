import type { Chart } from 'cdk8s';
import { EtlCronJob, type EtlCronJobProps } from 'cdk8s-tandem';
import { objectOf, serviceOf, synthesized } from '../synthesis';

const image = 'ghcr.io/acme/etl:1.2.3';
const job = (chart: Chart) => new EtlCronJob(chart, 'nightly-load', { image, schedule: '15 2 * * *' });

test('a job on a schedule does not overlap, is tried four times, and ends after six hours at the latest', () => {
  expect(objectOf(synthesized(job), 'CronJob', 'nightly-load')).toMatchObject({
    spec: {
      schedule: '15 2 * * *',
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 3600,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        spec: {
          backoffLimit: 3,
          activeDeadlineSeconds: 21600,
          template: {
            spec: {
              restartPolicy: 'Never',
              terminationGracePeriodSeconds: 120,
              containers: [
                {
                  name: 'nightly-load',
                  resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1', memory: '512Mi' } },
                },
              ],
            },
          },
        },
      },
    },
  });
});

test('on the laptop it runs by hand: `up` leaves it alone', () => {
  const service = serviceOf(job, 'nightly-load');
  expect(service).toMatchObject({ profiles: ['jobs'], stop_grace_period: '120s' });
  expect(service.restart).toBeUndefined();
  expect(service.comment).toBe(
    'In the cluster at "15 2 * * *" Etc/UTC; here by hand: docker compose run --rm nightly-load',
  );
});

test('nothing answers under its name', () => {
  expect(objectOf(synthesized(job), 'Service', 'nightly-load')).toBeUndefined();
});

describe('what the schedule says decides how late a run may start and how long it may take', () => {
  test.each([
    ['* * * * *', 60, 54],
    ['*/15 * * * *', 450, 810],
    ['0 0,22 * * *', 3600, 6480],
    ['0 3 * * 1', 3600, 21600],
    ['@every 20m', 600, 1080],
  ])('%s', (schedule, startingDeadlineSeconds, activeDeadlineSeconds) => {
    expect(specOf({ schedule })).toMatchObject({
      startingDeadlineSeconds,
      jobTemplate: { spec: { activeDeadlineSeconds } },
    });
  });
});

test('each default has a way out', () => {
  const spec = specOf({
    concurrencyPolicy: 'Replace',
    startingDeadlineSeconds: 'none',
    activeDeadlineSeconds: 'none',
    successfulJobsHistoryLimit: 1,
    failedJobsHistoryLimit: 0,
    suspend: true,
  });
  expect(spec).toMatchObject({
    concurrencyPolicy: 'Replace',
    successfulJobsHistoryLimit: 1,
    failedJobsHistoryLimit: 0,
    suspend: true,
  });
  expect(spec).not.toHaveProperty('startingDeadlineSeconds');
  expect(spec).not.toHaveProperty('jobTemplate.spec.activeDeadlineSeconds');
  expect(spec).not.toHaveProperty('jobTemplate.spec.ttlSecondsAfterFinished');
});

test('runs that may go at once do not share a checkpoint of one node', () => {
  const run = (accessModes?: readonly string[], concurrencyPolicy: 'Allow' | 'Replace' = 'Allow') =>
    specOf({ concurrencyPolicy, checkpoint: { size: '1Gi', accessModes } });
  expect(() => run()).toThrow(
    "orders/load · checkpoint.accessModes: lets one node mount the volume, and two runs may go at once, got [\"ReadWriteOnce\"]. Expected ReadWriteMany, of a class that has it, or one pod at a time. Fix: write accessModes: ['ReadWriteMany'], or concurrencyPolicy: 'Forbid'.",
  );
  expect(() => run(['ReadWriteMany'])).not.toThrow();
  expect(() => run(undefined, 'Replace')).not.toThrow();
});

test('a run knows the name of its Job, and the laptop says that all have one', () => {
  const output = synthesized(job);
  expect(objectOf(output, 'CronJob', 'nightly-load')).toMatchObject({
    spec: {
      jobTemplate: {
        spec: {
          template: {
            spec: {
              containers: [
                {
                  env: [
                    {
                      name: 'RUN_ID',
                      valueFrom: { fieldRef: { fieldPath: "metadata.labels['batch.kubernetes.io/job-name']" } },
                    },
                  ],
                },
              ],
            },
          },
        },
      },
    },
  });
  expect(serviceOf(job, 'nightly-load').environment).toEqual({ RUN_ID: 'nightly-load' });
  expect(output.differences.map(({ reason }) => reason)).toContain(
    'the name of the CronJob: in a cluster each run has the name of a Job of its own',
  );
});

function specOf(props: Partial<EtlCronJobProps>): unknown {
  const define = (chart: Chart) => void new EtlCronJob(chart, 'load', { image, schedule: '15 2 * * *', ...props });
  return objectOf(synthesized(define), 'CronJob', 'load')?.spec;
}
