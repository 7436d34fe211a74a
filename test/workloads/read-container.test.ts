import { anyContainer, containerOf, deployment, workloadOf } from './manifests';

test('a container that says nothing more has what Kubernetes gives it', () => {
  expect(containerOf({})).toMatchObject({
    name: 'main',
    image: 'acme/api:1',
    sidecar: false,
    command: undefined,
    args: undefined,
    workingDir: undefined,
    env: [],
    ports: [],
    probes: { startup: undefined, readiness: undefined, liveness: undefined },
    resources: { cpuRequest: undefined, cpuLimit: undefined, memoryLimit: undefined },
    security: {
      user: undefined,
      group: undefined,
      readOnlyRoot: false,
      privileged: false,
      privilegeEscalation: true,
      seccomp: undefined,
      dropCapabilities: [],
      addCapabilities: [],
    },
    mounts: [],
  });
});

test('a container has what it says', () => {
  const container = containerOf({
    command: ['serve'],
    args: [],
    workingDir: '/app',
    ports: [{ name: 'http', containerPort: 8000 }, { containerPort: 9000 }],
    volumeMounts: [
      { name: 'data', mountPath: '/data' },
      { name: 'config', mountPath: '/etc/app.toml', subPath: 'app.toml', readOnly: true },
    ],
  });
  expect(container).toMatchObject({
    command: [['serve']],
    args: [],
    workingDir: '/app',
    ports: [{ number: 8000 }, { number: 9000 }],
    mounts: [
      { volume: 'data', path: '/data', subPath: undefined, readOnly: false },
      { volume: 'config', path: '/etc/app.toml', subPath: 'app.toml', readOnly: true },
    ],
  });
});

test('resources are milli-cores and bytes, from text and from numbers', () => {
  const resources = {
    requests: { cpu: '0.25', memory: '1Gi' },
    limits: { cpu: 2, memory: '512Mi' },
  };
  expect(containerOf({ resources }).resources).toMatchObject({
    cpuRequest: 250,
    cpuLimit: 2000,
    memoryRequest: { bytes: 1_073_741_824n },
    memoryLimit: { bytes: 536_870_912n },
  });
  const { resources: read } = containerOf({ resources });
  expect(read.field.unread()).toEqual([]);
});

describe('the security context', () => {
  const pod = {
    securityContext: { runAsUser: 1, runAsGroup: 2, runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  };

  test('of the pod holds for a container that says nothing', () => {
    expect(containerOf({}, pod).security).toMatchObject({ user: 1, group: 2, seccomp: { type: 'RuntimeDefault' } });
  });

  test("of the container holds over its pod's, field by field, root's own number too", () => {
    const securityContext = { runAsUser: 0, seccompProfile: { type: 'Unconfined' } };
    expect(containerOf({ securityContext }, pod).security).toMatchObject({
      user: 0,
      group: 2,
      seccomp: { type: 'Unconfined' },
    });
  });

  test('of the container says what only a container can', () => {
    const securityContext = {
      readOnlyRootFilesystem: true,
      privileged: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
    };
    expect(containerOf({ securityContext }).security).toMatchObject({
      readOnlyRoot: true,
      privileged: true,
      privilegeEscalation: false,
      dropCapabilities: ['ALL'],
      addCapabilities: ['NET_BIND_SERVICE'],
    });
  });

  test('of the pod is read by each container of it', () => {
    const containers = [anyContainer, { ...anyContainer, name: 'other', securityContext: { runAsUser: 5 } }];
    const { pod: read } = workloadOf(deployment('api', { ...pod, initContainers: [anyContainer], containers }));
    expect([...read.initContainers, ...read.containers].map(({ security }) => security.user)).toEqual([1, 1, 5]);
  });
});

describe('a probe', () => {
  const probeOf = (probe: object) => {
    const ports = [
      { name: 'http', containerPort: 8000 },
      { name: 'admin', containerPort: 9000 },
    ];
    return containerOf({ ports, readinessProbe: probe }).probes.readiness;
  };

  const questions: readonly (readonly [string, object, object])[] = [
    ['a command', { exec: { command: ['ready', '$(A)'] } }, { by: 'exec', command: ['ready', '$(A)'] }],
    ['HTTP', { httpGet: { port: 80 } }, { by: 'http', scheme: 'http', port: 80, path: '/', headers: [] }],
    [
      'HTTPS on a named port',
      { httpGet: { port: 'http', path: '/ready', scheme: 'HTTPS' } },
      { by: 'http', scheme: 'https', port: 8000, path: '/ready', headers: [] },
    ],
    ['TCP on a named port', { tcpSocket: { port: 'admin' } }, { by: 'tcp', port: 9000 }],
    ['gRPC', { grpc: { port: 1, service: 'a' } }, { by: 'grpc', port: 1, service: 'a' }],
    ['what Kubernetes may think of next', { someday: { port: 1 } }, { by: 'unknown' }],
  ];
  test.each(questions)('asks by %s', (_, probe, asks) => {
    expect(probeOf(probe)?.asks).toEqual(asks);
  });

  test('asks as often and as patiently as Kubernetes does by itself, unless it says otherwise', () => {
    const tcpSocket = { port: 1 };
    const own = { initialDelaySeconds: 1, periodSeconds: 2, timeoutSeconds: 3, failureThreshold: 4 };
    expect(probeOf({ tcpSocket })).toMatchObject({
      initialDelaySeconds: 0,
      periodSeconds: 10,
      timeoutSeconds: 1,
      failureThreshold: 3,
    });
    expect(probeOf({ tcpSocket, ...own })).toMatchObject(own);
  });

  test('of each kind is known by its kind', () => {
    const probe = (port: number) => ({ tcpSocket: { port } });
    const { probes } = containerOf({ startupProbe: probe(1), readinessProbe: probe(2), livenessProbe: probe(3) });
    expect(probes).toMatchObject({ startup: { asks: { port: 1 } }, readiness: { asks: { port: 2 } } });
    expect(probes.liveness?.asks).toEqual({ by: 'tcp', port: 3 });
  });
});
