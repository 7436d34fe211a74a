import { anyContainer, deployment } from '../workloads/manifests';
import { composeOf, serviceFor, tandemOf, toldFor, toldOf } from './tandem';

const asks = (word: string, more: object = {}) => ({ exec: { command: [word] }, ...more });
const check = (probes: object) => serviceFor(probes).healthcheck;
const noRestart = 'Compose does not restart what is unhealthy';

describe('the times of a health check', () => {
  test('are those that Kubernetes gives where the probe says none, not those of Docker', () => {
    expect(check({ livenessProbe: asks('live') })).toEqual({
      test: ['CMD', 'live'],
      interval: '10s',
      timeout: '1s',
      retries: 3,
      start_period: '30s',
      start_interval: '1s',
    });
  });

  test('are those of the readiness probe, and the startup probe has the time before', () => {
    const readinessProbe = asks('ready', { periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 4 });
    const startupProbe = asks('started', { initialDelaySeconds: 7, periodSeconds: 3, failureThreshold: 20 });
    expect(check({ readinessProbe, startupProbe, livenessProbe: asks('live') })).toEqual({
      test: ['CMD', 'ready'],
      interval: '5s',
      timeout: '2s',
      retries: 4,
      start_period: '67s',
      start_interval: '3s',
    });
  });

  test('end the start no sooner than a cluster would: by its liveness probe, or after ten minutes', () => {
    const readinessProbe = asks('ready', { periodSeconds: 1, failureThreshold: 1 });
    const livenessProbe = asks('live', { initialDelaySeconds: 15, periodSeconds: 20 });
    expect(check({ readinessProbe, livenessProbe })).toMatchObject({ retries: 1, start_period: '75s' });
    expect(check({ readinessProbe })).toMatchObject({ retries: 1, start_period: '600s', start_interval: '1s' });
    const late = { ...readinessProbe, initialDelaySeconds: 900 };
    expect(check({ readinessProbe: late })).toMatchObject({ start_period: '900s' });
  });
});

describe('three probes in one', () => {
  const [readinessProbe, startupProbe, livenessProbe] = [asks('ready'), asks('started'), asks('live')];

  test('readiness speaks for all', () => {
    const probes = { readinessProbe, startupProbe, livenessProbe };
    expect(check(probes)?.test).toEqual(['CMD', 'ready']);
    expect(toldFor(probes)).toEqual([
      'containers/0/startupProbe/exec/command/0: approximated: its time is the start period of the one health check, which asks the readiness probe',
      `containers/0/livenessProbe/exec/command/0: approximated: ${noRestart}: the health check asks the readiness probe`,
    ]);
  });

  test('startup speaks where there is no readiness, and liveness where there is nothing else', () => {
    expect(check({ startupProbe, livenessProbe })?.test).toEqual(['CMD', 'started']);
    expect(toldFor({ startupProbe, livenessProbe })).toEqual([
      `containers/0/livenessProbe/exec/command/0: approximated: ${noRestart}: the health check asks the startup probe`,
    ]);
    expect(check({ livenessProbe })?.test).toEqual(['CMD', 'live']);
    expect(toldFor({ livenessProbe })).toEqual([
      `containers/0/livenessProbe/exec/command/0: approximated: ${noRestart}`,
    ]);
  });

  test('startup speaks for a sidecar: the containers after it wait for that', () => {
    const sidecar = { ...anyContainer, name: 'proxy', restartPolicy: 'Always', startupProbe, readinessProbe };
    const pod = deployment('api', { initContainers: [sidecar] });
    expect(composeOf([pod]).services['api-proxy']?.healthcheck?.test).toEqual(['CMD', 'started']);
    expect(toldOf(tandemOf([pod])).filter((line) => !line.includes('/name: '))).toEqual([
      'initContainers/0/readinessProbe/exec/command/0: approximated: who comes after a sidecar waits for its start: the health check asks that',
    ]);
  });

  test('a container without a probe has no health check', () => {
    expect(check({})).toBeUndefined();
    expect(toldFor({})).toEqual([]);
  });

  test('each says what of it has no effect, leaf by leaf', () => {
    const late = { initialDelaySeconds: 5, successThreshold: 2 };
    const probes = {
      startupProbe: {
        ...startupProbe,
        initialDelaySeconds: 1,
        periodSeconds: 2,
        failureThreshold: 3,
        timeoutSeconds: 4,
      },
      readinessProbe: { ...readinessProbe, ...late },
      livenessProbe: { ...livenessProbe, periodSeconds: 7, terminationGracePeriodSeconds: 1 },
    };
    const [start, hangs] = [
      'its time is the start period of the one health check, which asks the readiness probe',
      `${noRestart}: the health check asks the readiness probe`,
    ];
    expect(toldFor(probes)).toEqual([
      'containers/0/readinessProbe/initialDelaySeconds: approximated: asked from the start: what fails in the start period does not count',
      `containers/0/startupProbe/exec/command/0: approximated: ${start}`,
      `containers/0/startupProbe/timeoutSeconds: approximated: ${start}`,
      `containers/0/livenessProbe/exec/command/0: approximated: ${hangs}`,
      `containers/0/livenessProbe/periodSeconds: approximated: ${hangs}`,
      'containers/0/livenessProbe/terminationGracePeriodSeconds: dropped: the time that a restart by the probe has: Compose restarts nothing for it',
      'containers/0/readinessProbe/successThreshold: dropped: one answer is enough for Docker',
    ]);
  });

  test('liveness alone, without a startup probe, says how long the start may take', () => {
    const liveness = { ...livenessProbe, initialDelaySeconds: 60, periodSeconds: 20, failureThreshold: 2 };
    expect(check({ readinessProbe, livenessProbe: liveness })).toMatchObject({ start_period: '100s' });
    expect(toldFor({ readinessProbe, livenessProbe: liveness })).toEqual([
      `containers/0/livenessProbe/exec/command/0: approximated: ${noRestart}: the health check asks the readiness probe`,
    ]);
  });
});
