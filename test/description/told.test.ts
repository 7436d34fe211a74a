import { type Told, toldAspects } from './told';
import { type DockerContainer, toldDocker } from './told-docker';
import { type KubernetesPod, toldKubelet } from './told-kubelet';

const hostConfig = { Privileged: false, ReadonlyRootfs: true, CapAdd: null, CapDrop: ['ALL'] };

function docker(config: object, restarts = 'no'): DockerContainer {
  return {
    Id: '1',
    Config: { Image: 'acme/api:1', Labels: {}, ...config },
    HostConfig: { ...hostConfig, RestartPolicy: { Name: restarts } },
    NetworkSettings: { Networks: {} },
  };
}

const container = {
  name: 'api',
  image: 'acme/api:1',
  securityContext: { readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
};

function pod(more: object, spec: object = {}): Pick<KubernetesPod, 'spec'> {
  const containers = [{ ...container, ...more }];
  return { spec: { restartPolicy: 'Always', terminationGracePeriodSeconds: 30, containers, ...spec } };
}

const told: Told = {
  image: 'acme/api:1',
  restarts: 'always',
  graceSeconds: 30,
  stopSignal: "the image's own",
  privileged: false,
  readOnlyRoot: true,
  addedCapabilities: [],
  droppedCapabilities: ['ALL'],
  health: undefined,
};

test('Docker and the kubelet are told the same in the same words', () => {
  expect(toldDocker(docker({ StopTimeout: 30 }, 'unless-stopped'), { overNetwork: false })).toEqual(told);
  expect(toldKubelet(pod({}), 'api')).toEqual(told);
});

test('a command that asks for health is the same word for word; over the network each asks in its own way', () => {
  const check = { Interval: 10e9, Timeout: 5e9, Retries: 3 };
  const probe = { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 };
  const health = (asks: object) => ({ everySeconds: 10, timeoutSeconds: 5, failures: 3, ...asks });
  const asked = docker({ Healthcheck: { ...check, Test: ['CMD', 'ask', '$A'] } });
  expect(toldDocker(asked, { overNetwork: false }).health).toEqual(health({ asks: ['ask', '$A'] }));
  expect(toldDocker(asked, { overNetwork: true }).health).toEqual(health({ asks: 'over the network' }));
  const exec = pod({ readinessProbe: { ...probe, exec: { command: ['ask', '$A'] } } });
  expect(toldKubelet(exec, 'api').health).toEqual(health({ asks: ['ask', '$A'] }));
  expect(toldKubelet(pod({ readinessProbe: probe }), 'api').health).toEqual(health({ asks: 'over the network' }));
});

test('no health check is nothing asked, and an inherited one that is turned off too', () => {
  expect(toldAspects(told)).toMatchObject({ 'health: asks': 'nothing', 'told: dropped capabilities': '["ALL"]' });
  expect(toldDocker(docker({ Healthcheck: { Test: ['NONE'] } }), { overNetwork: false }).health).toBeUndefined();
});

test('a stop signal is told where it is not the image’s own', () => {
  const interrupt = docker({ StopSignal: 'SIGINT' });
  expect(toldDocker(interrupt, { overNetwork: false, imageSignal: 'SIGINT' }).stopSignal).toBe("the image's own");
  expect(toldDocker(interrupt, { overNetwork: false }).stopSignal).toBe('SIGINT');
  expect(toldKubelet(pod({ lifecycle: { stopSignal: 'SIGINT' } }), 'api').stopSignal).toBe('SIGINT');
});

test.each([
  ['Always', 'on failure', 'always'],
  ['OnFailure', 'on failure', 'on failure'],
  ['Never', 'never', 'never'],
])('under %s an init container restarts %s, and another one %s', (restartPolicy, init, other) => {
  const both = pod({}, { restartPolicy, initContainers: [{ ...container, name: 'wait' }] });
  expect([toldKubelet(both, 'wait').restarts, toldKubelet(both, 'api').restarts]).toEqual([init, other]);
});

test('a sidecar always runs', () => {
  const sidecar = pod(
    {},
    { restartPolicy: 'Never', initContainers: [{ ...container, name: 'side', restartPolicy: 'Always' }] },
  );
  expect(toldKubelet(sidecar, 'side').restarts).toBe('always');
});
