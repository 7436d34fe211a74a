import { deployment } from '../workloads/manifests';
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

// Each was asked of the API server of Kubernetes 1.36.
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
  [{ volumes: ['v', 'v'].map((name) => ({ name, emptyDir: {} })) }, 'volumes: has two with one name'],
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
  [{ ports: [80, 81].map((containerPort) => ({ containerPort, name: 'web' })) }, 'ports: has two with one name'],
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
  [
    { resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'No' }] },
    'resizePolicy/0/restartPolicy: is none of what it may',
  ],
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
  { ports: [{ containerPort: 80 }, { containerPort: 80 }] },
  from({ resourceFieldRef: { resource: 'limits.hugepages-2Mi', divisor: '1Mi' } }),
  from({ fieldRef: { fieldPath: 'status.hostIPs' } }),
])('%j in a container is taken', (container) => {
  expect(inContainer(container)).toEqual([]);
});
