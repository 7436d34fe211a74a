import { anyClaim, anyContainer, object, owning } from '../workloads/manifests';
import { refused } from './refused';

const template = { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'a', image: 'a:1' }] } };
const owner = owning(template);
const run = { template: { spec: { ...template.spec, restartPolicy: 'Never' } } };
const ports = [{ port: 80 }];
const backend = { service: { name: 's', port: { number: 80 } } };
const path = (more: object) => ({
  rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend, ...more }] } }],
});
const from = (cidr: string) => ({ podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr } }] }] });
const percentage = 'is no number of pods and no part of them';

// Each was asked of the API server of Kubernetes 1.36.
test.each<[string, string, object, string]>([
  [
    'apps/v1',
    'Deployment',
    { template, selector: { matchLabels: { app: 'b' } } },
    'spec: selects other pods than those of',
  ],
  ['apps/v1', 'Deployment', { ...owner, replicas: -1 }, 'spec/replicas: is below 0, got -1'],
  [
    'apps/v1',
    'Deployment',
    { ...owner, strategy: { type: 'Recreate', rollingUpdate: {} } },
    'spec/strategy: has rollingUpdate',
  ],
  [
    'apps/v1',
    'Deployment',
    { ...owner, strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } },
    'spec/strategy/rollingUpdate: lets no pod start',
  ],
  [
    'apps/v1',
    'Deployment',
    { ...owner, strategy: { rollingUpdate: { maxUnavailable: '110%' } } },
    `spec/strategy/rollingUpdate/maxUnavailable: ${percentage}`,
  ],
  ['networking.k8s.io/v1', 'NetworkPolicy', from('::FFFF:10.0.0.0/104'), 'spec/ingress/0/from/0/ipBlock/cidr: '],
  [
    'apps/v1',
    'StatefulSet',
    { ...owner, podManagementPolicy: 'Any' },
    'spec/podManagementPolicy: is none of what it may be',
  ],
  ['batch/v1', 'Job', { ...run, backoffLimit: -1 }, 'spec/backoffLimit: is below 0, got -1'],
  ['batch/v1', 'CronJob', { schedule: '60 * * * *', jobTemplate: { spec: run } }, 'spec/schedule: '],
  ['batch/v1', 'CronJob', { schedule: '1 1 * * *', timeZone: 'Mars/X', jobTemplate: { spec: run } }, 'spec/timeZone: '],
  ['v1', 'Service', { ports: [{ port: 80 }, { port: 81 }] }, 'spec/ports: are several, and one has no name'],
  [
    'v1',
    'Service',
    {
      ports: [
        { name: 'a', port: 80 },
        { name: 'b', port: 80 },
      ],
    },
    'spec/ports: has two with one port and protocol',
  ],
  ['v1', 'Service', { ports: [{ port: 80, targetPort: 'Web_' }] }, 'spec/ports/0/targetPort: is no name of a port'],
  ['v1', 'Service', { ports, selector: { a: 'b c' } }, 'spec/selector: is no label of Kubernetes, got {"a": "b c"}'],
  [
    'networking.k8s.io/v1',
    'Ingress',
    { rules: [{ host: '1.2.3.4' }] },
    'spec/rules/0/host: is no host name, got "1.2.3.4"',
  ],
  ['networking.k8s.io/v1', 'Ingress', path({ path: 'a' }), 'spec/rules/0/http/paths/0/path: is no whole path, got "a"'],
  ['networking.k8s.io/v1', 'Ingress', { defaultBackend: {} }, 'spec/defaultBackend: leads nowhere, got {}'],
  [
    'networking.k8s.io/v1',
    'NetworkPolicy',
    { egress: [{ to: [{ ipBlock: { cidr: '10.0.0.1/8' } }] }] },
    'spec/egress/0/to/0/ipBlock/cidr: ',
  ],
  [
    'networking.k8s.io/v1',
    'NetworkPolicy',
    { ingress: [{ from: [{}] }] },
    'spec/ingress/0/from/0: is not one peer, got {}',
  ],
  [
    'networking.k8s.io/v1',
    'NetworkPolicy',
    { egress: [{ ports: [{ port: 90, endPort: 80 }] }] },
    'spec/egress/0/ports/0: is no range of ports',
  ],
  [
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    { minReplicas: 5, maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' } },
    'spec: has minReplicas above maxReplicas',
  ],
  [
    'policy/v1',
    'PodDisruptionBudget',
    { minAvailable: 1, maxUnavailable: 1 },
    'spec: has minAvailable and maxUnavailable',
  ],
  [
    'v1',
    'PersistentVolumeClaim',
    { ...anyClaim, resources: { requests: { storage: '-1' } } },
    'spec/resources/requests/storage: is no size',
  ],
])('%s %s %j is refused', (apiVersion, kind, spec, said) => {
  const start = `chart/${kind.toLowerCase()}-orders-x · ${said}`;
  expect(refused(object(apiVersion, kind, 'x', { spec })).map((line) => line.slice(0, start.length))).toEqual([start]);
});

test('keys and texts of data are refused without the text, which may be a secret', () => {
  expect(refused(object('v1', 'ConfigMap', 'x', { data: { 'a/b': '1', c: 1 } }))).toEqual([
    'chart/configmap-orders-x · data: is no key of a ConfigMap or a Secret, got "a/b".',
    'chart/configmap-orders-x · data: is no text, got "c".',
  ]);
  expect(refused(object('v1', 'Secret', 'x', { data: { a: 'hunter2!' } }))).toEqual([
    'chart/secret-orders-x · data: is not encoded in base64, got "a".',
  ]);
});

test('a port of a Service without a protocol is one of TCP', () => {
  const ports = [
    { name: 'a', port: 80, protocol: 'TCP' },
    { name: 'b', port: 80 },
    { name: 'c', port: 80, protocol: 'UDP' },
  ];
  expect(refused(object('v1', 'Service', 'x', { spec: { ports } }))).toEqual([
    'chart/service-orders-x · spec/ports: has two with one port and protocol, got 80.',
  ]);
});

test('base64 may have line ends anywhere, and no other spaces', () => {
  const binary = (a: string) => refused(object('v1', 'ConfigMap', 'x', { binaryData: { a } }));
  expect(binary('YWJj\nYQ=\n=\n')).toEqual([]);
  expect(binary('YWJj YQ==')).toEqual(['chart/configmap-orders-x · binaryData: is not encoded in base64, got "a".']);
});

test('of what a Secret says in a wrong place nothing is shown, and of a list nothing that a name calls a secret', () => {
  expect(refused({ ...object('v1', 'Secret', 'x', {}), stringdata: { a: 'hunter2' } })).toEqual([
    'chart/secret-orders-x · stringdata: is no field of Kubernetes.',
  ]);
  expect(refused({ ...object('v1', 'Secret', 'x', {}), stringData: 'hunter2' })).toEqual([
    'chart/secret-orders-x · stringData: has another shape than its kind.',
  ]);
  const containers = [{ ...anyContainer, envs: [{ name: 'DB_PASSWORD', value: 'hunter2' }] }];
  expect(refused(object('v1', 'Pod', 'x', { spec: { containers } })).join()).not.toContain('hunter2');
});

test('labels and annotations are refused wherever they are', () => {
  const metadata = { name: 'x', labels: { a: 'b c' }, annotations: { 'd e': '' } };
  expect(refused({ ...object('v1', 'ConfigMap', 'x', {}), metadata })).toEqual([
    'chart/configmap-orders-x · metadata/labels: is no label of Kubernetes, got {"a": "b c"}.',
    'chart/configmap-orders-x · metadata/annotations: is no name of an annotation, got "d e".',
  ]);
});

const cronJob = (schedule: string) => ({ schedule, concurrencyPolicy: '', jobTemplate: { spec: run } });

test.each<[string, string, object]>([
  ['batch/v1', 'CronJob', cronJob('0 */24 * * *')],
  ['batch/v1', 'CronJob', cronJob('*/60 * * * *')],
  ['batch/v1', 'CronJob', cronJob('@every 500ms')],
  ['batch/v1', 'Job', { ...run, activeDeadlineSeconds: 2 ** 33 }],
  ['apps/v1', 'Deployment', { ...owner, strategy: { type: '', rollingUpdate: { maxSurge: '200%' } } }],
  ['apps/v1', 'DaemonSet', { ...owner, updateStrategy: { type: 'OnDelete', rollingUpdate: {} } }],
  ['apps/v1', 'StatefulSet', { ...owner, podManagementPolicy: '', updateStrategy: { type: '', rollingUpdate: {} } }],
  ['policy/v1', 'PodDisruptionBudget', { minAvailable: '050%' }],
  ['v1', 'Service', { type: '', sessionAffinity: '', ports: [{ port: 80, protocol: '', targetPort: '' }] }],
  ['v1', 'Service', { type: 'ExternalName', externalName: 'db.example.com.' }],
  ['v1', 'Service', { ports, type: 'LoadBalancer', loadBalancerSourceRanges: [' 10.0.0.0/8 ', 'FE80::/10'] }],
  ['networking.k8s.io/v1', 'NetworkPolicy', from('2001:DB8::/32')],
  ['networking.k8s.io/v1', 'Ingress', { ...path({}), tls: [{ hosts: ['10.0.0.1'], secretName: '' }] }],
  ['batch/v1', 'CronJob', { schedule: '0 0 30 2 *', jobTemplate: { spec: run } }],
  ['v1', 'Service', { clusterIP: 'None', ports: [{ port: 80, targetPort: 0 }] }],
  ['networking.k8s.io/v1', 'Ingress', { ...path({}), tls: [{ hosts: ['*.acme.com', 'localhost'] }] }],
  [
    'networking.k8s.io/v1',
    'NetworkPolicy',
    { podSelector: {}, ingress: [{ from: [{ podSelector: {}, namespaceSelector: {} }] }] },
  ],
  ['v1', 'PersistentVolumeClaim', { ...anyClaim, storageClassName: '', accessModes: ['ReadWriteMany'] }],
])('%s %s %j is taken', (apiVersion, kind, spec) => {
  expect(refused(object(apiVersion, kind, 'x', { spec }))).toEqual([]);
});
