import { k8s } from 'cdk8s-plus-28';
import fc from 'fast-check';
import type { Family, Input, Right, Wrong } from './family';
import { noText } from './strangers';

const kind = fc.constantFrom('api' as const, 'cron' as const, 'job' as const, 'mongo' as const);

/** Words of a pod and of a container, each with a value that the API server takes. */
const podWords: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  hostname: fc.constantFrom('a', 'orders-1'),
  subdomain: fc.constantFrom('a', 'b-1'),
  dnsConfig: fc.constantFrom({
    nameservers: ['10.0.0.10'],
    searches: ['example.com'],
    options: [{ name: 'ndots', value: '2' }],
  }),
  dnsPolicy: fc.constantFrom('ClusterFirst', 'Default'),
  hostAliases: fc.constantFrom([{ ip: '10.1.2.3', hostnames: ['db.example.com'] }]),
  shareProcessNamespace: fc.boolean(),
  schedulerName: fc.constantFrom('default-scheduler', 'batch'),
  runtimeClassName: fc.constant('gvisor'),
  preemptionPolicy: fc.constantFrom('Never', 'PreemptLowerPriority'),
  setHostnameAsFqdn: fc.boolean(),
  readinessGates: fc.constant([{ conditionType: 'example.com/ready' }]),
  terminationGracePeriodSeconds: fc.integer({ min: 45, max: 3600 }),
  securityContext: fc.constantFrom(
    { runAsUser: null },
    { fsGroup: 20_000 },
    { supplementalGroups: [20_000] },
    { sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] },
  ),
  nodeSelector: fc.constantFrom({ disk: 'ssd' }, { 'kubernetes.io/arch': 'arm64' }),
};
const containerWords: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  args: fc.constantFrom(['a'], ['--level', '$(A)', 'ñ', ''], ['yes', '0o7', '$$']),
  workingDir: fc.constantFrom('/srv', '/a b', '/ñ/$HOME'),
  stdin: fc.boolean(),
  tty: fc.boolean(),
  imagePullPolicy: fc.constantFrom('IfNotPresent', 'Never'),
  terminationMessagePath: fc.constantFrom('/tmp/ended', '/dev/termination-log'),
  terminationMessagePolicy: fc.constantFrom('File', 'FallbackToLogsOnError'),
  securityContext: fc.constantFrom(
    { readOnlyRootFilesystem: false },
    { readOnlyRootFilesystem: null },
    { runAsUser: 20_000 },
  ),
  env: fc.constantFrom(
    [{ name: 'A', value: '1' }],
    [{ name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
  ),
  envFrom: fc.constantFrom(
    [{ configMapRef: { name: 'c', optional: true } }],
    [{ prefix: 'A_', secretRef: { name: 's' } }],
  ),
  resources: fc.constantFrom({ limits: { memory: k8s.Quantity.fromString('3Gi') } }),
  livenessProbe: fc.constantFrom({ exec: { command: ['true'] }, httpGet: null, tcpSocket: null }, null),
};

const right = fc.tuple(kind, fc.constantFrom('pod', 'container')).chain(([kind, prop]) => {
  const words = prop === 'pod' ? podWords : containerWords;
  return fc
    .constantFrom(...Object.keys(words))
    .chain((word) => (words[word] ?? fc.constant(undefined)).map((value) => ({ word, value })))
    .map(
      ({ word, value }): Right => ({
        kind,
        props: { [prop]: { [word]: value } },
        kept({ pod, container }) {
          const held = Object(prop === 'pod' ? pod.spec : container)[spelt(word)];
          if (value === null) expect(held).toBeUndefined();
          else if (word !== 'resources') expect(withoutNull(value)).toEqual(like(held, value));
        },
      }),
    );
});

const others = fc.constantFrom<unknown>(null, 3, 'x', true, [], ['a'], () => 1, new Map());
const wrong: fc.Arbitrary<Wrong> = fc.oneof(
  fc
    .tuple(kind, fc.constantFrom('pod', 'container'), others)
    .map(([kind, prop, value]) => ({ kind, props: { [prop]: value }, prop })),
  fc
    .tuple(
      kind,
      fc.constantFrom('tolerations', 'volumes', 'hostAliases', 'containers', 'imagePullSecrets'),
      fc.constantFrom<unknown>('x', 3, {}, { a: 1 }, true),
    )
    .map(([kind, word, value]) => ({ kind, props: { pod: { [word]: value } }, prop: `pod.${word}` })),
  fc
    .tuple(
      kind,
      fc.constantFrom('securityContext', 'lifecycle', 'livenessProbe', 'resources'),
      fc.constantFrom<unknown>('none', 3, [], true),
    )
    .map(([kind, word, value]) => ({ kind, props: { container: { [word]: value } }, prop: `container.${word}` })),
  fc
    .tuple(kind, fc.constantFrom('env', 'ports', 'args', 'volumeMounts'), fc.constantFrom<unknown>('x', 3, { a: 1 }))
    .map(([kind, word, value]) => ({ kind, props: { container: { [word]: value } }, prop: `container.${word}` })),
  fc.tuple(kind, fc.constantFrom('pod', 'container')).map(([kind, prop]) => ({
    kind,
    props: { [prop]: { constructor: 'a' } },
    prop: `${prop}.constructor`,
  })),
  fc
    .tuple(kind, fc.constantFrom('containers', 'initContainers'))
    .chain(([kind, prop]) =>
      fc.constantFrom<Wrong>(
        { kind, props: { [prop]: [{ name: 'a', image: 'nginx' }] }, prop: `${prop}[0].image` },
        { kind, props: { [prop]: [{ name: 'a' }] }, prop: `${prop}[0].image` },
        { kind, props: { [prop]: [{ image: 'a:1' }] }, prop: `${prop}[0].name` },
        { kind, props: { [prop]: ['a', 'a'].map((name) => ({ name, image: 'a:1' })) }, prop: `${prop}[1].name` },
        { kind, props: { [prop]: [{ name: 'a', image: 'a:1', env: { A: '1' } }] }, prop: `${prop}[0].env` },
        { kind, props: { [prop]: [{ name: 'a', image: 'a:1', command: 'sh' }] }, prop: `${prop}[0].command` },
        { kind, props: { [prop]: { a: 'a:1' } }, prop },
      ),
    ),
  fc.tuple(kind, noText).map(([kind, image]) => ({
    kind,
    props: { initContainers: [{ name: 'a', image }] },
    prop: 'initContainers[0].image',
  })),
);

/** Values near to those of a pod, for the API server to judge. */
const near: fc.Arbitrary<Input> = fc.oneof(
  fc
    .tuple(
      kind,
      fc.constantFrom<object>(
        ...[{ dnsPolicy: 'None' }, { dnsPolicy: 'none' }, { hostname: 'A_b' }, { hostname: 'a.b' }, { subdomain: '-' }],
        ...[
          { restartPolicy: 'Always' },
          { restartPolicy: 'OnFailure' },
          { terminationGracePeriodSeconds: -1 },
          { priority: 1 },
        ],
        ...[
          { activeDeadlineSeconds: 0 },
          { hostAliases: [{ ip: 'a', hostnames: ['b'] }] },
          { hostAliases: [{ ip: '1.2.3.4', hostnames: ['B_'] }] },
        ],
        ...[
          { dnsConfig: { nameservers: ['a'] } },
          { dnsConfig: { searches: ['A B'] } },
          { schedulerName: 'A b' },
          { runtimeClassName: 'A' },
        ],
        ...[
          { securityContext: { runAsUser: -1 } },
          { securityContext: { runAsUser: 0 } },
          { securityContext: { runAsNonRoot: 'yes' } },
        ],
        ...[
          { securityContext: { sysctls: [{ name: 'A', value: '1' }] } },
          { securityContext: { seccompProfile: { type: 'Localhost' } } },
        ],
        ...[
          { securityContext: { fsGroupChangePolicy: 'Never' } },
          { automountServiceAccountToken: 'no' },
          { hostNetwork: true },
          { hostPid: true },
        ],
        ...[
          { topologySpreadConstraints: [{ maxSkew: 0, topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule' }] },
          { os: { name: 'plan9' } },
        ],
        ...[{ readinessGates: [{ conditionType: 'A b' }] }, { preemptionPolicy: 'Maybe' }],
        ...[
          { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } } },
          { nodeName: 'A b' },
        ],
        ...[
          { volumes: null },
          { serviceAccountName: null },
          { imagePullSecrets: [{}] },
          { tolerations: [{ operator: 'In' }] },
        ],
      ),
    )
    .map(([kind, pod]) => ({ kind, props: { pod } })),
  fc
    .tuple(
      kind,
      fc.constantFrom<object>(
        ...[
          { imagePullPolicy: 'Sometimes' },
          { workingDir: 'a:b' },
          { terminationMessagePath: 'a' },
          { terminationMessagePolicy: 'Last' },
        ],
        ...[
          { ports: [{ containerPort: 0 }] },
          { ports: [{ containerPort: 8000, protocol: 'tcp' }] },
          { ports: [{ containerPort: 70_000 }] },
        ],
        ...[
          { ports: [{ containerPort: 8000, name: 'A' }] },
          { ports: [{ containerPort: 8000, hostPort: 80 }] },
          { name: 'My_App' },
          { name: null },
        ],
        ...[
          { env: [{ name: 'A B', value: '1' }] },
          { env: [{ name: '', value: '1' }] },
          { env: [{ name: 'A', value: '1', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] },
        ],
        ...[
          { env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'spec.nope' } } }] },
          { env: [{ name: 'A', valueFrom: {} }] },
          { env: [{ name: 'A' }, { name: 'A' }] },
        ],
        ...[
          { env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.gpu' } } }] },
          { envFrom: [{}] },
          { envFrom: [{ prefix: '1=', secretRef: { name: 's' } }] },
        ],
        ...[
          { envFrom: [{ configMapRef: { name: 'A_' } }] },
          { securityContext: { capabilities: { add: ['SYS_ADMIN'] } } },
          { securityContext: { privileged: true } },
        ],
        ...[
          { securityContext: { allowPrivilegeEscalation: false, privileged: true } },
          { securityContext: { procMount: 'None' } },
          { image: 'A' },
          { image: '' },
        ],
        ...[
          { resources: { requests: { memory: k8s.Quantity.fromString('9Gi') } } },
          { resources: { limits: { 'example.com/gpu': k8s.Quantity.fromString('1') } } },
        ],
        ...[
          { resources: { limits: { gpu: k8s.Quantity.fromString('1') } } },
          { resources: { limits: { cpu: k8s.Quantity.fromString('x') } } },
          { resources: { claims: [{ name: 'a' }] } },
        ],
        ...[
          { lifecycle: { preStop: {} } },
          { lifecycle: { preStop: { exec: { command: ['a'] }, httpGet: { port: k8s.IntOrString.fromNumber(1) } } } },
        ],
        ...[
          { livenessProbe: { successThreshold: 2 } },
          { livenessProbe: { periodSeconds: 0 } },
          { readinessProbe: { httpGet: { port: k8s.IntOrString.fromString('') } } },
        ],
        ...[
          { volumeDevices: [{ name: 'a', devicePath: '/dev/a' }] },
          { stdinOnce: true },
          { restartPolicy: 'Always' },
          { resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'Never' }] },
        ],
      ),
    )
    .map(([kind, container]) => ({ kind, props: { container } })),
  fc
    .tuple(
      kind,
      fc.constantFrom('containers', 'initContainers'),
      fc.constantFrom<object>(
        ...[
          {},
          { restartPolicy: 'Always' },
          { restartPolicy: 'Never' },
          { ports: [{ containerPort: 8000 }] },
          { ports: [{ containerPort: 9000, name: 'http' }] },
        ],
        ...[
          { livenessProbe: { exec: { command: ['true'] } } },
          { livenessProbe: {} },
          { lifecycle: { preStop: { exec: { command: [] } } } },
          { env: [{}] },
        ],
        ...[
          { volumeMounts: [{ name: 'tmp', mountPath: 'a' }] },
          {
            volumeMounts: [
              { name: 'tmp', mountPath: '/a' },
              { name: 'tmp', mountPath: '/a' },
            ],
          },
        ],
        ...[
          {
            resources: {
              requests: { cpu: k8s.Quantity.fromString('2') },
              limits: { cpu: k8s.Quantity.fromString('1') },
            },
          },
        ],
      ),
    )
    .map(([kind, prop, container]) => ({
      kind,
      props: { [prop]: [{ name: 'beside', image: 'ghcr.io/acme/b:1', ...container }] },
    })),
);

export const patches: Family = { right, wrong, near };

/** The classes spell one name otherwise than Kubernetes. */
function spelt(word: string): string {
  return word === 'setHostnameAsFqdn' ? 'setHostnameAsFQDN' : word;
}

/** Of what the output holds, the part that the patch is about. */
function like(held: unknown, patch: unknown): unknown {
  if (typeof held !== 'object' || held === null || Array.isArray(held)) return held;
  const keys = Object.keys(Object(patch)).filter((key) => Object(patch)[key] !== null);
  return Object.fromEntries(keys.map((key) => [key, like(Object(held)[key], Object(patch)[key])]));
}

function withoutNull(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
}
