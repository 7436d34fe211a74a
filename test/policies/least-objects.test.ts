import { anyClaim, anyContainer, deployment, job, object, owning, podTemplate } from '../workloads/manifests';
import { refused, refusedInFull } from './refused';

const rights = 'rbac.authorization.k8s.io/v1';
const networking = 'networking.k8s.io/v1';
const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' };
const template = podTemplate('a');
const autoscaler = (metric: object) => ({ spec: { maxReplicas: 3, scaleTargetRef: target, metrics: [metric] } });
const pathOf = (path: object) => ({ spec: { rules: [{ http: { paths: [path] } }] } });
const backend = { service: { name: 'a', port: { number: 80 } } };

// Each was asked of the API server of Kubernetes 1.36.
test.each<[string, string, object, readonly string[]]>([
  ['v1', 'Service', {}, ['spec: is missing.']],
  ['v1', 'Service', { spec: { ports: [] } }, ['spec: has no ports, got {"ports": []}.']],
  ['v1', 'Service', { spec: { ports: [{}] } }, ['spec/ports/0/port: is missing.']],
  ['v1', 'Service', { spec: { type: 'ExternalName' } }, ['spec: leads to what is no host name']],
  ['apps/v1', 'Deployment', { spec: { template } }, ['spec/selector: is missing.']],
  ['apps/v1', 'ReplicaSet', { spec: { template, selector: {} } }, ['spec/selector: selects every pod, got {}.']],
  [
    'apps/v1',
    'DaemonSet',
    { spec: { template, selector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['a'] }] } } },
    ['spec: selects other pods than those of its template'],
  ],
  [
    'apps/v1',
    'StatefulSet',
    { spec: { ...owning(template), volumeClaimTemplates: [{ metadata: { name: 'd' }, spec: {} }] } },
    [
      'spec/volumeClaimTemplates/0/spec/accessModes: is missing.',
      'spec/volumeClaimTemplates/0/spec/resources: is missing.',
    ],
  ],
  ['v1', 'ReplicationController', { spec: { template, selector: { app: 'b' } } }, ['spec: selects other pods than']],
  ['batch/v1', 'Job', { spec: { template } }, ['spec/template/spec/restartPolicy: is missing, and what stands for it']],
  [
    'batch/v1',
    'CronJob',
    { spec: { schedule: '1 1 * * *', jobTemplate: { spec: { template } } } },
    ['spec/jobTemplate/spec/template/spec/restartPolicy: is missing, and what stands for it is none that a CronJob'],
  ],
  [
    'autoscaling/v1',
    'HorizontalPodAutoscaler',
    { spec: { scaleTargetRef: target } },
    ['spec/maxReplicas: is missing.'],
  ],
  [
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    { spec: { maxReplicas: 3, scaleTargetRef: { kind: 'Deployment' } } },
    ['spec/scaleTargetRef/name: is missing.', 'spec/scaleTargetRef: is in no group of the API'],
  ],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', autoscaler({}), ['spec/metrics/0/type: is missing.']],
  [
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    autoscaler({ type: 'Resource' }),
    ['spec/metrics/0: does not say what is measured'],
  ],
  [
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    autoscaler({ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization' } } }),
    ['spec/metrics/0/resource/target: has no amount'],
  ],
  [networking, 'Ingress', { spec: {} }, ['spec: has no rules, got {}.']],
  [networking, 'Ingress', pathOf({ path: '/', backend }), ['spec/rules/0/http/paths/0/pathType: is missing.']],
  [networking, 'Ingress', pathOf({ pathType: 'Exact', backend }), ['spec/rules/0/http/paths/0: has no path']],
  [networking, 'Ingress', pathOf({ path: '/', pathType: 'Exact' }), ['spec/rules/0/http/paths/0/backend: is missing.']],
  [
    networking,
    'Ingress',
    { spec: { defaultBackend: { service: { name: 'a' } } } },
    ['spec/defaultBackend/service/port: is missing.'],
  ],
  [
    networking,
    'NetworkPolicy',
    { spec: { podSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } } },
    ['spec/podSelector/matchExpressions/0: is no requirement of a label'],
  ],
  [
    'v1',
    'PersistentVolumeClaim',
    { spec: { ...anyClaim, accessModes: [] } },
    ['spec/accessModes: is missing, got [].'],
  ],
  [
    'v1',
    'PersistentVolumeClaim',
    { spec: { ...anyClaim, resources: { requests: {} } } },
    ['spec/resources/requests/storage: is missing.'],
  ],
  [
    'v1',
    'PersistentVolume',
    { spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' } } },
    ['spec: is nowhere'],
  ],
  [rights, 'Role', { rules: [{ apiGroups: [''], resources: ['pods'] }] }, ['rules/0/verbs: is missing.']],
  [rights, 'Role', { rules: [{ verbs: ['get'] }] }, ['rules/0: names no resources']],
  [rights, 'ClusterRole', { rules: [{ verbs: ['get'] }] }, ['rules/0: names no resources and no paths']],
  [rights, 'RoleBinding', { subjects: [{ name: 'a' }] }, ['roleRef: is missing.', 'subjects/0/kind: is missing.']],
  [
    rights,
    'ClusterRoleBinding',
    { roleRef: { kind: 'ClusterRole', name: 'a' }, subjects: [{ kind: 'ServiceAccount', name: 'a' }] },
    ['subjects/0: is in no namespace'],
  ],
  ['storage.k8s.io/v1', 'StorageClass', {}, ['provisioner: is missing.']],
  ['node.k8s.io/v1', 'RuntimeClass', { handler: '' }, ['handler: is missing, got "".']],
])('%s %s %j is refused', (apiVersion, kind, rest, said) => {
  const all = refused(object(apiVersion, kind, 'x', rest));
  const starts = said.map((one) => `chart/${kind.toLowerCase()}-orders-x · ${one}`);
  expect(all.map((line, index) => line.slice(0, starts[index]?.length))).toEqual(starts);
});

test.each<[string, string, object]>([
  ['v1', 'Service', { spec: { clusterIP: 'None' } }],
  ['v1', 'Service', { spec: { type: 'ExternalName', externalName: 'db.example.com' } }],
  [
    'apps/v1',
    'Deployment',
    { spec: { template, selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } } },
  ],
  ['v1', 'ReplicationController', { spec: { template } }],
  [
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    { spec: { maxReplicas: 3, scaleTargetRef: { kind: 'ReplicationController', name: 'a' } } },
  ],
  [networking, 'Ingress', pathOf({ pathType: 'ImplementationSpecific', backend })],
  [networking, 'Ingress', { spec: { rules: [{}] } }],
  [networking, 'NetworkPolicy', {}],
  ['policy/v1', 'PodDisruptionBudget', {}],
  [rights, 'Role', {}],
  [rights, 'RoleBinding', { roleRef: { kind: 'Role', name: 'a' }, subjects: [{ kind: 'ServiceAccount', name: 'a' }] }],
  ['v1', 'LimitRange', {}],
  ['v1', 'Secret', { type: 'kubernetes.io/tls', data: { 'tls.crt': '', 'tls.key': '' } }],
  ['acme.com/v1', 'Service', {}],
])('%s %s %j is taken', (apiVersion, kind, rest) => {
  expect(refused(object(apiVersion, kind, 'x', rest))).toEqual([]);
});

test('what is missing is told with an example of it, and without what would be below', () => {
  const expected = 'Expected a value, as Kubernetes has no default for it.';
  const fix = "scaleTargetRef: { kind: 'Deployment', name: 'api' }";
  expect(refusedInFull(object('autoscaling/v2', 'HorizontalPodAutoscaler', 'x', {}))).toEqual([
    `chart/horizontalpodautoscaler-orders-x · spec: is missing. ${expected} Fix: write spec: { maxReplicas: 3, ${fix} }.`,
  ]);
});

describe('of a pod', () => {
  test.each<[object, string]>([
    [{ os: {} }, 'os/name: is missing'],
    [{ volumes: [{ name: 'v', secret: {} }] }, 'volumes/0/secret/secretName: is missing'],
    [
      { volumes: [{ name: 'v', configMap: { items: [{ path: 'a' }], name: 'c' } }] },
      'volumes/0/configMap/items/0/key: is missing',
    ],
    [{ volumes: [{ name: 'v', csi: {} }] }, 'volumes/0/csi/driver: is missing'],
    [
      { volumes: [{ name: 'v', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'] } } } }] },
      'volumes/0/ephemeral/volumeClaimTemplate/spec/resources: is missing',
    ],
    [
      { topologySpreadConstraints: [{ topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }] },
      'topologySpreadConstraints/0/maxSkew: is not a number, got undefined',
    ],
    [
      { containers: [{ ...anyContainer, envFrom: [{ secretRef: {} }] }] },
      'containers/0/envFrom/0/secretRef/name: is missing',
    ],
  ])('%j is refused', (pod, said) => {
    expect(refused(deployment('api', pod))).toEqual([`chart/deployment-orders-api · spec/template/spec/${said}.`]);
  });
});

describe('of a Secret', () => {
  test.each<[string, object, string]>([
    ['kubernetes.io/tls', { 'tls.crt': 'YQ==' }, '"tls.crt" and "tls.key"'],
    ['kubernetes.io/ssh-auth', { 'ssh-privatekey': '' }, '"ssh-privatekey"'],
    ['kubernetes.io/basic-auth', { user: 'YQ==' }, '"username" or "password"'],
  ])('%s must hold its keys, and nothing of it is shown', (type, data, keys) => {
    expect(refusedInFull(object('v1', 'Secret', 'x', { type, data }))).toEqual([
      `chart/secret-orders-x · data: lacks what a Secret of the type ${type} holds. Expected ${keys}. Fix: add ${keys}.`,
    ]);
  });
});

describe('a Job', () => {
  const selector = { matchLabels: { app: 'load' } };

  test('selects its pods by itself, or as it is told to', () => {
    expect(refused(job('load', {}, { selector }))).toHaveLength(1);
    expect(refused(job('load', {}, { manualSelector: true }))).toHaveLength(1);
    expect(refused(job('load', {}, { manualSelector: true, selector }))).toEqual([]);
  });

  test('counts indexes where it has some', () => {
    expect(refused(job('load', {}, { backoffLimitPerIndex: 1 }))).toHaveLength(1);
    expect(refused(job('load', {}, { backoffLimitPerIndex: 1, completionMode: 'Indexed', completions: 2 }))).toEqual(
      [],
    );
  });
});
