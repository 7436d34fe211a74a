const image = 'acme/any:1';
const http = { host: 'a', path: '/', port: 80, scheme: 'HTTP', httpHeaders: [{ name: 'A', value: 'b' }] };
const exec = { command: ['true'] };

/** What a container says, in as many containers as it takes. */
export function everyContainer(called: string, more: object = {}): readonly object[] {
  return [
    { ...said, ...more },
    ...hooks.map((lifecycle) => ({ lifecycle, ...more })),
    ...sayingNothing.map((nothing) => ({ ...nothing, ...more })),
    { startupProbe: probe(3), readinessProbe: probe(3), livenessProbe: probe(3), ...more },
    ...unknownVariables.map((env) => ({ env: [env], ...more })),
  ].map((container, index) => ({ name: `${called}${index}`, image, ...container }));
}

function probe(successThreshold: number) {
  return { exec, successThreshold, terminationGracePeriodSeconds: 5 };
}

const sizes = {
  'ephemeral-storage': '1Gi',
  'hugepages-2Mi': '2Mi',
  'hugepages-1Gi': '1Gi',
  'nvidia.com/gpu': '1',
  'amd.com/gpu': '1',
  'gpu.intel.com/i915': '1',
  'gpu.intel.com/xe': '1',
  'acme.example/card': '1',
};

const said = {
  ports: [{ name: 'web', containerPort: 80, protocol: 'TCP', hostPort: 80, hostIP: '127.0.0.1' }],
  startupProbe: probe(1),
  readinessProbe: probe(1),
  livenessProbe: probe(1),
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  stdin: true,
  stdinOnce: true,
  resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }],
  restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [42] } }],
  resources: { requests: { cpu: '1', ...sizes }, limits: sizes, claims: [{ name: 'card', request: 'one' }] },
  securityContext: {
    runAsNonRoot: true,
    seLinuxOptions: { level: 's0', role: 'r', type: 't', user: 'u' },
    windowsOptions: {
      gmsaCredentialSpec: 'a',
      gmsaCredentialSpecName: 'b',
      hostProcess: false,
      runAsUserName: 'c',
    },
  },
  env: [{ name: 'POD', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } }],
  envFrom: [
    { prefix: 'A_', configMapRef: { name: 'elsewhere', optional: true } },
    { prefix: 'B_', secretRef: { name: 'elsewhere', optional: true } },
  ],
  volumeDevices: [{ name: 'disk', devicePath: '/dev/xvda' }],
};

const hooks = [
  { postStart: { httpGet: http }, preStop: { httpGet: http } },
  { postStart: { tcpSocket: { host: 'a', port: 80 } }, preStop: { tcpSocket: { host: 'a', port: 80 } } },
  { postStart: { sleep: { seconds: 1 } }, preStop: { sleep: { seconds: 1 } } },
  { postStart: { exec: {} }, preStop: { exec: {} } },
  { postStart: {}, preStop: {} },
  {},
];

const sayingNothing = [
  { env: [], envFrom: [], ports: [], volumeMounts: [], resources: {}, securityContext: {} },
  { resources: { requests: {}, limits: {}, claims: [] }, securityContext: { capabilities: {}, runAsNonRoot: false } },
  { securityContext: { seLinuxOptions: {} }, startupProbe: {}, readinessProbe: {}, livenessProbe: {} },
];

/** Of which nobody here knows the value. */
const unknownVariables = [
  ...['status.podIP', 'status.podIPs', 'status.hostIP', 'status.hostIPs', 'spec.nodeName'].map((fieldPath) => ({
    fieldRef: { fieldPath },
  })),
  { resourceFieldRef: { containerName: 'main0', resource: 'limits.cpu', divisor: '1m' } },
  { configMapKeyRef: { name: 'elsewhere', key: 'a', optional: true } },
  { secretKeyRef: { name: 'elsewhere', key: 'a', optional: true } },
  { fileKeyRef: { volumeName: 'scratch', path: 'a', key: 'b', optional: true } },
].map((valueFrom) => ({ name: 'UNKNOWN', valueFrom }));
