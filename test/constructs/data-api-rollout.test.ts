import { ApiObject, type Chart, JsonPatch } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { DataApi, type DataApiProps } from 'cdk8s-tandem';
import { eachField } from '../differences/each-field';
import { objectOf, serviceOf, synthesized } from '../synthesis';

const image = 'ghcr.io/acme/api:1.2.3';
const apiWith = (props: Partial<DataApiProps>) => (chart: Chart) => void new DataApi(chart, 'api', { image, ...props });

function specOf(props: Partial<DataApiProps>): k8s.DeploymentSpec {
  return (objectOf(synthesized(apiWith(props)), 'Deployment', 'api') as { spec: k8s.DeploymentSpec }).spec;
}
const podOf = (props: Partial<DataApiProps>) => specOf(props).template.spec;
const mainOf = (props: Partial<DataApiProps>) => podOf(props)?.containers[0];

describe('a rollout', () => {
  test('replaces pods one by one and never has one less', () => {
    expect(specOf({})).toMatchObject({
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      minReadySeconds: 5,
      progressDeadlineSeconds: 300,
      revisionHistoryLimit: 5,
    });
  });

  test('is changed field by field, or replaces all at once', () => {
    const rollingUpdate = { maxSurge: '50%' };
    expect(specOf({ strategy: { rollingUpdate } }).strategy).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '50%', maxUnavailable: 0 },
    });
    expect(specOf({ strategy: { type: 'Recreate' } }).strategy).toEqual({ type: 'Recreate' });
    expect(specOf({ minReadySeconds: 0, progressDeadlineSeconds: 600, revisionHistoryLimit: 0 })).toMatchObject({
      minReadySeconds: 0,
      progressDeadlineSeconds: 600,
      revisionHistoryLimit: 0,
    });
  });
});

describe('a pod that ends', () => {
  test('first waits until no node sends it requests, then has time to answer', () => {
    expect(mainOf({})?.lifecycle).toEqual({ preStop: { sleep: { seconds: 10 } } });
    expect(podOf({})?.terminationGracePeriodSeconds).toBe(45);
  });

  test.each<[Partial<DataApiProps>, object | undefined, number]>([
    [{ lifecycle: { preStop: { sleep: { seconds: 30 } } } }, { preStop: { sleep: { seconds: 30 } } }, 65],
    [{ drainSeconds: 5 }, { preStop: { sleep: { seconds: 10 } } }, 20],
    [{ lifecycle: { preStop: 'none' } }, undefined, 35],
    [
      { lifecycle: { preStop: { exec: { command: ['/bin/sleep', '20'] } } } },
      { preStop: { exec: { command: ['/bin/sleep', '20'] } } },
      55,
    ],
    [
      { lifecycle: { preStop: { httpGet: { path: '/drain', port: 'http' } } }, drainSeconds: 40 },
      { preStop: { httpGet: { path: '/drain', port: 'http' } } },
      45,
    ],
    [
      { lifecycle: { preStop: { httpGet: { path: '/drain', port: 8000 } }, postStart: { sleep: { seconds: 1 } } } },
      { preStop: { httpGet: { path: '/drain', port: 8000 } }, postStart: { sleep: { seconds: 1 } } },
      35,
    ],
    [
      { lifecycle: { postStart: { exec: { command: ['warm-up'] } } } },
      { preStop: { sleep: { seconds: 10 } }, postStart: { exec: { command: ['warm-up'] } } },
      45,
    ],
  ])('%j', (props, lifecycle, grace) => {
    expect(mainOf(props)?.lifecycle).toEqual(lifecycle);
    expect(podOf(props)?.terminationGracePeriodSeconds).toBe(grace);
  });

  test('on a laptop it need not wait: there the sleep is left out, and said to be', () => {
    expect(serviceOf(apiWith({}), 'api').pre_stop).toBeUndefined();
    const { differences } = synthesized(apiWith({}));
    expect(eachField(differences).find(({ field }) => String(field).endsWith('preStop/sleep/seconds'))).toMatchObject({
      became: 'dropped',
      means: 'docker compose stop is quicker',
    });
  });
});

describe('probes', () => {
  test('are changed field by field', () => {
    expect(mainOf({ livenessProbe: { periodSeconds: 60 } })?.livenessProbe).toEqual({
      httpGet: { path: '/health', port: 'http' },
      initialDelaySeconds: 30,
      periodSeconds: 60,
      timeoutSeconds: 2,
      failureThreshold: 6,
    });
  });

  test.each<NonNullable<DataApiProps['readinessProbe']>>([
    { exec: { command: ['ready'] } },
    { tcpSocket: { port: 8000 } },
    { grpc: { port: 8000 } },
    { httpGet: { path: '/r', port: 8000, httpHeaders: [{ name: 'Host', value: 'api' }] } },
  ])('%j takes the place of our question, and the laptop asks it, too', (readinessProbe) => {
    expect(mainOf({ readinessProbe })?.readinessProbe).toEqual({
      ...(readinessProbe as object),
      initialDelaySeconds: 5,
      periodSeconds: 5,
      timeoutSeconds: 2,
      failureThreshold: 3,
    });
    const local = { healthCheck: 'grpc' in (readinessProbe as object) ? 'grpc_health_probe' : 'python' } as const;
    expect(serviceOf(apiWith({ readinessProbe, local }), 'api').healthcheck?.test).not.toEqual(
      serviceOf(apiWith({}), 'api').healthcheck?.test,
    );
  });

  test("'none' takes one away", () => {
    const main = mainOf({ startupProbe: 'none', livenessProbe: 'none', readinessProbe: 'none' });
    expect(Object.keys(main ?? {}).filter((key) => key.endsWith('Probe'))).toEqual([]);
  });
});

describe('places', () => {
  const labelSelector = { matchLabels: { 'app.kubernetes.io/instance': 'api' } };
  const constraint = { labelSelector, maxSkew: 1, matchLabelKeys: ['pod-template-hash'] };
  const hostname = { ...constraint, topologyKey: 'kubernetes.io/hostname', nodeTaintsPolicy: 'Honor' };

  test('pods are spread over zones and nodes where there are some', () => {
    expect(podOf({})).toMatchObject({
      affinity: {
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            { weight: 100, podAffinityTerm: { labelSelector, topologyKey: 'kubernetes.io/hostname' } },
          ],
        },
      },
      topologySpreadConstraints: [
        { ...constraint, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' },
        { ...hostname, whenUnsatisfiable: 'ScheduleAnyway' },
      ],
    });
  });

  test('or must be, or need not', () => {
    expect(podOf({ spread: 'required' })?.topologySpreadConstraints?.[1]).toEqual({
      ...hostname,
      whenUnsatisfiable: 'DoNotSchedule',
    });
    expect(Object.keys(podOf({ spread: 'none' }) ?? {})).not.toContain('affinity');
    expect(Object.keys(podOf({ spread: 'none' }) ?? {})).not.toContain('topologySpreadConstraints');
  });
});

describe('a disruption budget', () => {
  const budgetOf = (props: Partial<DataApiProps>) =>
    objectOf(synthesized(apiWith(props)), 'PodDisruptionBudget', 'api')?.spec;

  test('lets one pod go at a time, and a broken one always', () => {
    expect(budgetOf({})).toEqual({
      maxUnavailable: 1,
      selector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } },
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    });
  });

  test('is another, or none', () => {
    const disruptionBudget = { minAvailable: '50%', unhealthyPodEvictionPolicy: 'IfHealthyBudget' } as const;
    expect(budgetOf({ disruptionBudget })).toMatchObject(disruptionBudget);
    expect(budgetOf({ disruptionBudget: 'none' })).toBeUndefined();
  });

  test('is none for one pod alone, unless it is asked for', () => {
    expect(budgetOf({ replicas: 1 })).toBeUndefined();
    expect(budgetOf({ replicas: 1, disruptionBudget: { maxUnavailable: 1 } })).toMatchObject({ maxUnavailable: 1 });
    expect(() => budgetOf({ replicas: 1, disruptionBudget: { minAvailable: 1 } })).toThrow('lets no pod ever go');
  });
});

test('disk is asked for, too, and a limit may be none', () => {
  expect(mainOf({})?.resources).toMatchObject({
    requests: { 'ephemeral-storage': '64Mi' },
    limits: { 'ephemeral-storage': '256Mi' },
  });
  const resources = { cpu: { limit: 'none' }, ephemeralStorage: { limit: 'none' } } as const;
  expect(mainOf({ resources })?.resources).toEqual({
    requests: { cpu: '200m', memory: '256Mi', 'ephemeral-storage': '64Mi' },
    limits: { memory: '512Mi' },
  });
});

test.each<[unknown, string]>([
  [{ livenessProbe: { httpGet: { path: '/ready', port: 8000 } } }, 'livenessProbe: asks what the readiness probe asks'],
  [{ readinessProbe: { httpGet: { path: '/health', port: 'http' } } }, 'livenessPath: is the readiness path too'],
  [{ livenessProbe: { tcpSocket: { port: 8000 }, exec: { command: ['x'] } } }, 'livenessProbe: asks in several ways'],
  [{ livenessProbe: { successThreshold: 2 } }, 'livenessProbe.successThreshold: is above 1, got 2'],
  [{ livenessProbe: 'non' }, 'livenessProbe: is none of what it may be, got "non"'],
  [
    { terminationGracePeriodSeconds: 30 },
    "terminationGracePeriodSeconds: is less than preStop's 10 s and the 30 s of drainSeconds, got 30",
  ],
  [{ readinessProbe: { terminationGracePeriodSeconds: 5 } }, 'is for a probe whose failure ends the container, got 5'],
  [{ lifecycle: { preStop: {} } }, 'lifecycle.preStop: is not one way to do something'],
  [{ lifecycle: { preStop: { tcpSocket: { port: 8000 } } } }, 'tcpSocket: is no hook that a kubelet can run'],
  [{ lifecycle: { preStop: { sleep: { seconds: 0 } } } }, 'lifecycle.preStop.sleep.seconds: is below 1, got 0'],
  [
    { strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 2 } } },
    'strategy.rollingUpdate: is of a rollout pod by pod, and Recreate ends all of them first',
  ],
  [{ strategy: { rollingUpdate: { maxSurge: 0 } } }, 'strategy.rollingUpdate.maxSurge: is 0 where maxUnavailable is 0'],
  [{ strategy: { rollingUpdate: { maxSurge: '1' } } }, 'strategy.rollingUpdate.maxSurge: is a number in quotes'],
  [{ minReadySeconds: 300 }, 'progressDeadlineSeconds: is no more than minReadySeconds, 300'],
  [{ spread: 'require' }, 'spread: is none of what it may be, got "require"'],
  [{ disruptionBudget: { maxUnavailable: 0 } }, 'disruptionBudget: lets no pod ever go'],
  [
    { disruptionBudget: { minAvailable: 3 } },
    'disruptionBudget.minAvailable: lets no pod ever go, as there may be no more than 3, got 3',
  ],
  [{ disruptionBudget: { minAvailable: 1, maxUnavailable: 1 } }, 'disruptionBudget: says both'],
  [{ resources: { ephemeralStorage: { limit: '32Mi' } } }, 'resources.ephemeralStorage.limit: is below the request'],
  [{ resources: { memory: { limit: 'none' } } }, 'resources.memory.limit: is no size, got "none"'],
])('%j is refused', (props, problem) => {
  expect(() => synthesized(apiWith(props as Partial<DataApiProps>))).toThrow(problem);
});

test('what is changed at an object of the construct reaches both targets', () => {
  const output = synthesized((chart) => {
    const api = new DataApi(chart, 'api', { image });
    const container = '/spec/template/spec/containers/0';
    ApiObject.of(api.deployment).addJsonPatch(
      JsonPatch.add(`${container}/workingDir`, '/srv'),
      JsonPatch.replace(`${container}/lifecycle/preStop/sleep/seconds`, 3),
    );
    ApiObject.of(api.service).addJsonPatch(JsonPatch.add('/spec/trafficDistribution', 'PreferClose'));
    if (api.disruptionBudget) ApiObject.of(api.disruptionBudget).metadata.addLabel('tier', 'api');
  });
  expect(output.rendered.file.services.api?.working_dir).toBe('/srv');
  expect(objectOf(output, 'Deployment', 'api')).toMatchObject({
    spec: { template: { spec: { containers: [{ lifecycle: { preStop: { sleep: { seconds: 3 } } } }] } } },
  });
  expect(objectOf(output, 'Service', 'api')).toMatchObject({ spec: { trafficDistribution: 'PreferClose' } });
  expect(objectOf(output, 'PodDisruptionBudget', 'api')).toMatchObject({ metadata: { labels: { tier: 'api' } } });
});
