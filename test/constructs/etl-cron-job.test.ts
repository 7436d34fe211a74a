import type { Chart } from 'cdk8s';
import { EtlCronJob } from 'cdk8s-tandem';
import { objectOf, serviceOf, synthesized } from '../synthesis';

const image = 'ghcr.io/acme/etl:1.2.3';
const job = (chart: Chart) => new EtlCronJob(chart, 'nightly-load', { image, schedule: '15 2 * * *' });

test('a job on a schedule does not overlap, is tried four times, and ends after six hours at the latest', () => {
  expect(objectOf(synthesized(job), 'CronJob', 'nightly-load')).toMatchObject({
    spec: {
      schedule: '15 2 * * *',
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 300,
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
