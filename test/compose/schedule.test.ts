import { EtlCronJob, type EtlCronJobProps, type LocalOptions } from 'cdk8s-tandem';
import { composed, serviceOf } from '../synthesis';
import { anyContainer, deployment, object, podTemplate } from '../workloads/manifests';
import { anyService, composeOf, eachOf, tandemOf, toldOf } from './tandem';

const here: LocalOptions = { scheduleLocally: true };
const runnable = { ...anyContainer, name: 'load', command: ['load'], args: ['--all'] };

/** A stranger's CronJob `load`. */
const job = (more: object = {}, pod: object = {}) =>
  object('batch/v1', 'CronJob', 'load', {
    spec: {
      schedule: '15 2 * * *',
      concurrencyPolicy: 'Forbid',
      jobTemplate: {
        spec: { template: podTemplate('load', { restartPolicy: 'Never', containers: [runnable], ...pod }) },
      },
      ...more,
    },
  });
const onLaptop = (more: object = {}, pod: object = {}, local = here) => tandemOf([job(more, pod)], { load: local });

describe('a job whose schedule the laptop keeps', () => {
  test('is run on schedule by a service of its own, which starts its command, and by hand as ever', () => {
    const { services } = onLaptop({ timeZone: 'Europe/Madrid' }).rendered.file;
    const { restart: _, ...byHand } = { ...anyService, entrypoint: ['load'], command: ['--all'], profiles: ['jobs'] };
    expect(services).toEqual({
      load: {
        ...byHand,
        comment:
          'In the cluster, and here by load-schedule, at "15 2 * * *" Europe/Madrid; here by hand: docker compose run --rm load',
      },
      'load-schedule': {
        ...anyService,
        comment: 'Runs load at "15 2 * * *" Europe/Madrid. What it says: docker compose logs load-schedule',
        configs: [{ source: 'keep-schedule.sh', target: '/tandem/keep-schedule.sh' }],
        labels: { 'files.tandem': expect.stringMatching(/^[0-9a-f]{12}$/) },
        entrypoint: ['sh', '/tandem/keep-schedule.sh', 'Europe/Madrid', '15 2 * * *', 'load'],
        command: ['--all'],
        restart: 'unless-stopped',
        healthcheck: {
          test: ['CMD', 'test', '-e', '/usr/share/zoneinfo/Europe/Madrid'],
          interval: '15s',
          timeout: '5s',
          retries: 1,
          start_period: '5s',
          start_interval: '1s',
        },
      },
    });
  });

  test.each([
    ['15 2 * * *', '15 2 * * *'],
    ['*/20 8-10 1,15 JAN,jul MON-FRI', '0,20,40 8,9,10 1,15 1,7 1,2,3,4,5'],
    ['0 0 */10 ? SUN', '0 0 1,11,21,31 * 0'],
    ['@weekly', '0 0 * * 0'],
  ])('"%s" is told in numbers', (schedule, numbers) => {
    expect(onLaptop({ schedule }).rendered.file.services['load-schedule']?.entrypoint?.[3]).toBe(numbers);
  });

  test.each([undefined, 'UTC', 'Etc/UTC'])('in the time zone %s needs no data of zones', (timeZone) => {
    const service = onLaptop({ timeZone }).rendered.file.services['load-schedule'];
    expect(service?.entrypoint?.[2]).toBe('UTC0');
    expect(service).not.toHaveProperty('healthcheck');
  });

  test('is asked by none of the probes, nor by a command of the laptop: it is no run', () => {
    const asked = { containers: [{ ...runnable, readinessProbe: { exec: { command: ['ready'] } } }] };
    const { services } = onLaptop({}, asked, { ...here, healthCheck: { exec: ['ask'] } }).rendered.file;
    expect(services.load?.healthcheck?.test).toEqual(['CMD', 'ask']);
    expect(services['load-schedule']).not.toHaveProperty('healthcheck');
  });

  test('publishes its ports by hand alone', () => {
    const ports = { containers: [{ ...runnable, ports: [{ containerPort: 80 }] }] };
    const { services } = onLaptop({}, ports, { ...here, publish: 8080 }).rendered.file;
    expect(services.load?.ports).toHaveLength(1);
    expect(services['load-schedule']?.ports ?? []).toEqual([]);
  });

  test('waits for what the job waits for, its volumes among that, which are there without the profile', () => {
    const pod = {
      securityContext: { fsGroup: 1 },
      volumes: [{ name: 'work', persistentVolumeClaim: { claimName: 'work' } }],
      containers: [{ ...runnable, volumeMounts: [{ name: 'work', mountPath: '/work' }] }],
    };
    const { file } = onLaptop({}, pod).rendered;
    const volumes = { 'load-volumes': { condition: 'service_completed_successfully' } };
    expect(eachOf(file, 'depends_on')).toEqual({ 'load-volumes': undefined, load: volumes, 'load-schedule': volumes });
    expect(eachOf(file, 'profiles')).toEqual({ 'load-volumes': undefined, load: ['jobs'], 'load-schedule': undefined });
  });

  test('differs no longer by its schedule, but by what a shell cannot do as a cluster does', () => {
    const more = {
      timeZone: 'Europe/Madrid',
      suspend: false,
      startingDeadlineSeconds: 300,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        spec: {
          backoffLimit: 3,
          podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [64] } }] },
          podReplacementPolicy: 'Failed',
          activeDeadlineSeconds: 60,
          template: podTemplate('load', {
            restartPolicy: 'Never',
            containers: [{ ...runnable, volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }] }],
            volumes: [{ name: 'tmp', emptyDir: { medium: 'Memory' } }],
          }),
        },
      },
    };
    expect(toldOf(onLaptop(more))).toEqual([
      'spec/startingDeadlineSeconds: dropped: a run that was missed is not made up for',
      'spec/failedJobsHistoryLimit: dropped: no Job remains of a run: what it said is in the logs',
      'spec/jobTemplate/spec/backoffLimit: dropped: a run that failed is not tried again before it is next due',
      ...['rules/0/action', 'rules/0/onExitCodes/operator', 'rules/0/onExitCodes/values/0'].map(
        (leaf) =>
          `spec/jobTemplate/spec/podFailurePolicy/${leaf}: dropped: a run that failed is not tried again before it is next due`,
      ),
      'spec/jobTemplate/spec/podReplacementPolicy: dropped: a run that failed is not tried again before it is next due',
      'spec/jobTemplate/spec/activeDeadlineSeconds: dropped: no run is ended for its age',
      'volumes/0: approximated: kept from one run on schedule to the next: they share a container',
    ]);
  });

  test.each([
    ['Allow', 'spec/concurrencyPolicy'],
    ['Replace', 'spec/concurrencyPolicy'],
    [undefined, 'spec/schedule'],
  ])('never overlaps, though its policy is %s', (concurrencyPolicy, place) => {
    expect(toldOf(onLaptop({ concurrencyPolicy }))).toEqual([
      `${place}: approximated: one run at a time: what is due while one is going is skipped`,
    ]);
  });

  test('waits here as there while it is suspended', () => {
    const output = onLaptop({ suspend: true });
    expect(Object.keys(output.rendered.file.services)).toEqual(['load']);
    expect(output.rendered.file.services.load?.comment).toBe(
      'In the cluster at "15 2 * * *"; here by hand: docker compose run --rm load',
    );
    expect(toldOf(output)).toContain('spec/schedule: dropped: by hand: Compose has no schedule');
  });
});

describe('our own job', () => {
  const etl = (more: Partial<EtlCronJobProps>): EtlCronJobProps => ({
    image: 'acme/etl:1',
    schedule: '5 0 * * *',
    command: ['load'],
    ...more,
  });

  test('is kept by the same option, as hardened as it is', () => {
    const { services } = composed((chart) => new EtlCronJob(chart, 'etl', etl({ local: here })));
    const { comment, profiles, entrypoint, ...same } = services.etl ?? {};
    expect(services['etl-schedule']).toMatchObject({ ...same, restart: 'unless-stopped' });
    expect(same).toMatchObject({ user: '10001:10001', read_only: true, stop_grace_period: '120s' });
  });

  test('runs by hand alone without the option, or with false', () => {
    for (const local of [undefined, { scheduleLocally: false }]) {
      const { services } = composed((chart) => new EtlCronJob(chart, 'etl', etl({ local })));
      expect(Object.keys(services)).toEqual(['etl']);
    }
  });

  test('must say its command, for the image’s own is lost where another program starts it', () => {
    const define = (chart: ConstructorParameters<typeof EtlCronJob>[0]) =>
      new EtlCronJob(chart, 'etl', etl({ command: undefined, local: here }));
    expect(() => serviceOf(define, 'etl')).toThrow(
      "orders/etl/cron-job · local.scheduleLocally: is given to a job without a command, and what keeps the schedule takes the place of the image's own. Expected a container that says its command. Fix: write what the image runs, such as command: ['python', 'load.py'].",
    );
  });
});

describe('what cannot be kept is refused', () => {
  const refusal = (wrong: string) => `· local.scheduleLocally: ${wrong}`;

  test('a workload that runs on no schedule', () => {
    expect(() => composeOf([deployment('api')], { api: here })).toThrow(
      refusal('is given to what runs on no schedule'),
    );
  });

  test('a schedule without fields', () => {
    expect(() => onLaptop({ schedule: '@every 1h' })).toThrow(refusal('cannot keep this schedule, got "@every 1h"'));
  });

  test('a job of several containers', () => {
    const wrong = refusal('is given to a job of several containers');
    expect(() => onLaptop({}, { initContainers: [{ ...anyContainer, name: 'wait' }] })).toThrow(wrong);
    expect(() => onLaptop({}, { containers: [runnable, { ...anyContainer, name: 'tail' }] })).toThrow(wrong);
  });

  test('what is neither true nor false', () => {
    const options = JSON.parse('{"scheduleLocally":"yes"}');
    expect(() => onLaptop({}, {}, options)).toThrow('is not true or false, got "yes"');
  });
});
