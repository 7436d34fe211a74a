import { deployment, object } from '../workloads/manifests';
import { refused } from './refused';

const image = 'ghcr.io/acme/api:1.2.3';
const place = 'chart/deployment-orders-api · spec/template/spec';
const inPod = (pod: object) => refused(deployment('api', { containers: [{ name: 'main', image }], ...pod }));
const inContainer = (container: object) =>
  refused(deployment('api', { containers: [{ name: 'main', image, ...container }] }));
const nodes = (...nodeSelectorTerms: readonly object[]) => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
});
const apart = (...terms: readonly object[]) => ({
  affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } },
});
const needed = 'affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms';
const spread = (more: object) => ({ topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', ...more }] });
const told = (fieldPath: string) => ({
  volumes: [{ name: 'v', downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath } }] } }],
});

// Each was asked of the API server of Kubernetes 1.36. It refuses a space around an image in the pods of a Deployment alone.
test.each<[object, string]>([
  [{ dnsPolicy: 'None' }, 'dnsPolicy: leaves the pod without a name server, got "None"'],
  [
    { dnsConfig: { nameservers: ['a', 'b', 'c', 'd'].map((_, index) => `10.0.0.${index}`) } },
    'dnsConfig/nameservers: are more than three',
  ],
  [{ hostAliases: [{ ip: 'db', hostnames: [] }] }, 'hostAliases/0/ip: is no address, got "db"'],
  [{ hostAliases: [{ ip: '::1', hostnames: ['B_'] }] }, 'hostAliases/0/hostnames/0: '],
  [{ nodeName: 'A b' }, 'nodeName: '],
  [{ hostPID: true, shareProcessNamespace: true }, 'shareProcessNamespace: stands beside hostPID, got true'],
  [{ securityContext: { seccompProfile: { type: 'Localhost' } } }, 'securityContext/seccompProfile: is no profile'],
  [{ securityContext: { appArmorProfile: {} } }, 'securityContext/appArmorProfile: is no profile, got {}'],
  [
    { securityContext: { sysctls: [{ name: 'A', value: '1' }] } },
    'securityContext/sysctls/0/name: is no name of a setting',
  ],
  [{ securityContext: { supplementalGroups: [-1] } }, 'securityContext/supplementalGroups/0: is below 0, got -1'],
  [
    { securityContext: { fsGroupChangePolicy: 'Now' } },
    'securityContext/fsGroupChangePolicy: is none of what it may be',
  ],
  [nodes(), `${needed}: are none, got []`],
  [nodes({ matchExpressions: [{ key: 'a', operator: 'In' }] }), `${needed}/0/matchExpressions/0: is no requirement`],
  [
    apart({}),
    'affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/topologyKey: is no name of a label',
  ],
  [spread({}), 'topologySpreadConstraints/0/whenUnsatisfiable: is none of what it may be'],
  [
    spread({ whenUnsatisfiable: 'ScheduleAnyway', minDomains: 2 }),
    'topologySpreadConstraints/0: has minDomains, and pods',
  ],
  [
    told('status.podIP'),
    'volumes/0/downwardAPI/items/0/fieldRef/fieldPath: is no field that a pod is told, got "status.podIP"',
  ],
  [
    { securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: ' a' } } },
    'securityContext/appArmorProfile: is no profile',
  ],
  [{ runtimeClassName: '' }, 'runtimeClassName: is empty, got ""'],
  [{ preemptionPolicy: '' }, 'preemptionPolicy: is none of what it may be, got ""'],
  [{ restartPolicy: 'Sometimes' }, 'restartPolicy: is none that a Deployment may have, got "Sometimes"'],
  ...['', '..', 'a..b', '-a', 'A.b', '_', '__a', 'a_', '*.a', 'a b', `${'a'.repeat(253)}b`].map(
    (name): [object, string] => [{ dnsConfig: { searches: [name] } }, 'dnsConfig/searches/0: is no name in DNS'],
  ),
  [{ dnsConfig: { searches: ['_A.b.'] } }, 'dnsConfig/searches/0: is no name in DNS, got "_A.b."'],
  [{ volumes: ['v', 'v'].map((name) => ({ name, emptyDir: {} })) }, 'volumes: has two with one name, got "v".'],
  [
    {
      topologySpreadConstraints: ['a', 'a'].map((topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        whenUnsatisfiable: 'ScheduleAnyway',
      })),
    },
    'topologySpreadConstraints: has two with one topologyKey and whenUnsatisfiable, got "a".',
  ],
  [{ volumes: [{ name: 'v', hostPath: { path: '../a' } }] }, 'volumes/0/hostPath/path: leads back by "..", got "../a"'],
])('%j in a pod is refused', (pod, said) => {
  expect(inPod(pod).map((line) => line.slice(0, `${place}/${said}`.length))).toEqual([`${place}/${said}`]);
});

const from = (valueFrom: object) => ({ env: [{ name: 'A', valueFrom }] });
const probe = (livenessProbe: object) => ({ livenessProbe });
const http = (more: object) => ({ httpGet: { path: '/', port: 8000, ...more } });

test.each<[object, string]>([
  [{ image: ' a:1' }, 'image: is no image, got " a:1"'],
  [{ ports: [{ containerPort: 80, name: 'Web' }] }, 'ports/0/name: holds "W", got "Web"'],
  [
    { ports: [80, 81].map((containerPort) => ({ containerPort, name: 'web' })) },
    'ports: has two with one name, got "web".',
  ],
  [
    {
      ports: [
        { containerPort: 80, hostPort: 80 },
        { containerPort: 81, hostPort: 80, hostIP: '', protocol: 'TCP' },
      ],
    },
    'ports: has two with one hostPort and hostIP and protocol, got 80.',
  ],
  [
    { ports: [80, 81].map((containerPort) => ({ containerPort, hostPort: 80 })) },
    'ports: has two with one hostPort and',
  ],
  [from({}), 'env/0/valueFrom: is not one source of a value, got {}'],
  [
    from({ fieldRef: { fieldPath: 'metadata.labels' } }),
    'env/0/valueFrom/fieldRef/fieldPath: is no field that a pod is told',
  ],
  [from({ configMapKeyRef: { name: 'c', key: 'a/b' } }), 'env/0/valueFrom/configMapKeyRef/key: is no key'],
  [
    from({ resourceFieldRef: { resource: 'limits.cpu', divisor: '2' } }),
    'env/0/valueFrom/resourceFieldRef: is in a unit',
  ],
  ...[
    ['limits.cpu', '0.5'],
    ['limits.cpu', '1e0'],
    ['limits.memory', '1m'],
    ['limits.memory', '1024'],
    ['limits.memory', '1e6'],
    ['limits.memory', '0.5Gi'],
  ].map(([resource, divisor]): [object, string] => [
    from({ resourceFieldRef: { resource, divisor } }),
    'env/0/valueFrom/resourceFieldRef: is in a unit',
  ]),
  [
    { resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'No' }] },
    'resizePolicy/0/restartPolicy: is none of what it may',
  ],
  [probe({ ...http({}), successThreshold: 2 }), 'livenessProbe/successThreshold: is above 1, got 2'],
  [probe({ ...http({}), periodSeconds: -1 }), 'livenessProbe/periodSeconds: is below 0, got -1'],
  [probe(http({ port: 70_000 })), 'livenessProbe/httpGet/port: is above 65535, got 70000'],
  [
    probe(http({ httpHeaders: [{ name: 'a b', value: '' }] })),
    'livenessProbe/httpGet/httpHeaders/0/name: is no name of a header',
  ],
  [probe({ ...http({}), tcpSocket: { port: 80 } }), 'livenessProbe: is not one way to ask'],
  [
    { volumeDevices: [{ name: 'disk', devicePath: '/dev/a' }] },
    'volumeDevices/0/name: is no claim of the pod, got "disk"',
  ],
])('%j in a container is refused', (container, said) => {
  const start = `${place}/containers/0/${said}`;
  expect(inContainer(container).map((line) => line.slice(0, start.length))).toEqual([start]);
});

test.each<object>([
  { dnsPolicy: 'None', dnsConfig: { nameservers: ['10.0.0.10'] } },
  { terminationGracePeriodSeconds: -1 },
  { hostname: '', subdomain: '', schedulerName: '', nodeName: '', restartPolicy: '' },
  { dnsConfig: { searches: ['.', 'a.', '_a', '_sip._tcp.example.com', 'a_b.local', 'a-_b'] } },
  ...['/usr/bin/x', '../x', 'a b'].map((localhostProfile) => ({
    securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile } },
  })),
  { imagePullSecrets: [{}] },
  { securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'a/b.json' } } },
  nodes({ matchExpressions: [{ key: 'a', operator: 'Exists' }] }),
  spread({ whenUnsatisfiable: 'DoNotSchedule', minDomains: 2 }),
  told("metadata.annotations['A.b/c']"),
])('%j in a pod is taken', (pod) => {
  expect(inPod(pod)).toEqual([]);
});

test.each<object>([
  { env: ['1', '2'].map((value) => ({ name: 'A', value })) },
  { imagePullPolicy: '', terminationMessagePolicy: '', envFrom: [{ prefix: '', configMapRef: { name: 'c' } }] },
  { ports: [{ containerPort: 80 }, { containerPort: 80 }] },
  { ports: [80, 81].map((containerPort) => ({ containerPort, hostPort: 0 })) },
  { ports: ['TCP', 'UDP'].map((protocol) => ({ containerPort: 80, hostPort: 80, protocol })) },
  { ...probe({ ...http({}), successThreshold: 0 }), startupProbe: { ...http({}), successThreshold: 0 } },
  ...['1m', '1000m', '1.0', '0.001', '1000u', '0', '0m'].map((divisor) =>
    from({ resourceFieldRef: { resource: 'limits.cpu', divisor } }),
  ),
  ...['1000m', '1024Ki', '1000000', 1_000_000, '1000P', '0Mi'].map((divisor) =>
    from({ resourceFieldRef: { resource: 'limits.memory', divisor } }),
  ),
  from({ resourceFieldRef: { resource: 'limits.hugepages-2Mi', divisor: '1Mi' } }),
  from({ fieldRef: { fieldPath: 'status.hostIPs' } }),
])('%j in a container is taken', (container) => {
  expect(inContainer(container)).toEqual([]);
});

test.each(['', 'x'])('a divisor that is no quantity is refused once, in whatever container: %j', (divisor) => {
  const env = from({ resourceFieldRef: { resource: 'limits.cpu', divisor } });
  const said = (list: string) => [
    `${place}/${list}/0/env/0/valueFrom/resourceFieldRef/divisor: has another shape than its kind, got "${divisor}".`,
  ];
  expect(inContainer(env)).toEqual(said('containers'));
  expect(inPod({ initContainers: [{ name: 'first', image, ...env }] })).toEqual(said('initContainers'));
});

test.each([
  ['Job', 'is none that a Job may have, got "".'],
  ['Pod', undefined],
])('empty text for the restarts of a %s is what the API server makes of it', (kind, said) => {
  const pod = { restartPolicy: '', containers: [{ name: 'main', image }] };
  const spec = kind === 'Pod' ? pod : { template: { spec: pod } };
  const found = refused(object(kind === 'Pod' ? 'v1' : 'batch/v1', kind, 'x', { spec }));
  expect(found.map((line) => line.replace(/.*restartPolicy: /, ''))).toEqual(said ? [said] : []);
});

test('of a variable that is there twice its name is told, and none of the values', () => {
  const env = ['hunter2', 'hunter3'].map((value) => ({ name: 'PIN', value }));
  const container = { name: 'main', image, env };
  const found = refused({
    ...deployment('api', { containers: [container] }),
    metadata: { name: 'api', namespace: 'orders', labels: { 'app.kubernetes.io/managed-by': 'cdk8s-tandem' } },
  });
  expect(found).toEqual([`${place}/containers/0/env: has two with one name, got "PIN".`]);
});
