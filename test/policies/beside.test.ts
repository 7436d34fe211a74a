import { anyClaim, anyContainer, deployment, job, object, owning, podTemplate } from '../workloads/manifests';
import { refused } from './refused';

const rights = 'rbac.authorization.k8s.io/v1';
const networking = 'networking.k8s.io/v1';
const ports = [{ port: 80 }];
const backend = { service: { name: 'a', port: { number: 80 } } };
const owner = owning(podTemplate('a'));
const from = (cidr: string, ...except: readonly string[]) => ({
  spec: { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr, except } }] }] },
});
const block = 'spec/ingress/0/from/0/ipBlock';
const autoscaler = (more: object) => ({
  spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' }, ...more },
});
const binding = (subject: object) => ({ roleRef: { kind: 'ClusterRole', name: 'view' }, subjects: [subject] });
const path = (path: string, pathType = 'Prefix') => ({
  spec: { rules: [{ http: { paths: [{ path, pathType, backend }] } }] },
});

// Each was asked of the API server of Kubernetes 1.36.
test.each<[string, string, object, string]>([
  ['v1', 'Service', { spec: { ports: [{ port: 80, nodePort: 30080 }] } }, 'spec: has a port of the nodes'],
  ['v1', 'Service', { spec: { ports, externalTrafficPolicy: 'Local' } }, 'spec: has an externalTrafficPolicy'],
  [
    'v1',
    'Service',
    { spec: { type: 'NodePort', ports, loadBalancerClass: 'acme.com/lb' } },
    'spec: has loadBalancerClass, which is for another type',
  ],
  [
    'v1',
    'Service',
    { spec: { type: 'LoadBalancer', ports, healthCheckNodePort: 30100 } },
    'spec: has a healthCheckNodePort that nobody asks',
  ],
  ['v1', 'Service', { spec: { type: 'NodePort', ports, clusterIP: 'None' } }, 'spec: has a clusterIP that its type'],
  ['v1', 'Service', { spec: { ports, clusterIPs: ['None'] } }, 'spec: has other clusterIPs than its clusterIP'],
  ['v1', 'Service', { spec: { ports, ipFamilies: ['IPv4', 'IPv4'] } }, 'spec/ipFamilies: names one twice'],
  ['v1', 'Service', { spec: { ports: [{ port: 80, appProtocol: 'a b' }] } }, 'spec/ports/0/appProtocol: is no name'],
  [networking, 'NetworkPolicy', from('10.0.0.0/8', '11.0.0.0/16'), `${block}: is excepted, and no part of the cidr`],
  [networking, 'NetworkPolicy', from('10.0.0.0/8', '10.0.0.0/8'), `${block}: is excepted, and no part of the cidr`],
  [networking, 'NetworkPolicy', from('10.0.0.0/8', '10.1.0.1/16'), `${block}/except/0: `],
  [networking, 'Ingress', path('/a/../b'), 'spec/rules/0/http/paths/0: has a path that is not plain'],
  [
    networking,
    'Ingress',
    { spec: { defaultBackend: { service: { name: 'a.b', port: { number: 80 } } } } },
    'spec/defaultBackend/service/name: is no name of a Service',
  ],
  [
    networking,
    'IngressClass',
    { spec: { controller: 'acme.com/a', parameters: { kind: 'A', name: 'a', scope: 'Namespace' } } },
    'spec/parameters: is in no namespace',
  ],
  [
    'v1',
    'ConfigMap',
    { data: { a: 'b' }, binaryData: { a: 'YQ==' } },
    'data: has a key that binaryData has, too, got "a"',
  ],
  [
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    autoscaler({ behavior: { scaleUp: { policies: [{ type: 'pods', value: 1, periodSeconds: 60 }] } } }),
    'spec/behavior/scaleUp/policies/0/type: is none of what it may be',
  ],
  [
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    autoscaler({ behavior: { scaleDown: { policies: [{ type: 'Pods', value: 1, periodSeconds: 1801 }] } } }),
    'spec/behavior/scaleDown/policies/0/periodSeconds: is above 1800',
  ],
  [
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    autoscaler({
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Value', averageValue: '1', averageUtilization: 1 } },
        },
      ],
    }),
    'spec/metrics/0/resource/target: has no amount, or two',
  ],
  [
    'apps/v1',
    'Deployment',
    { spec: { ...owner, minReadySeconds: 600 } },
    'spec: gives up before a pod is ready for long enough',
  ],
  [
    'apps/v1',
    'Deployment',
    { spec: { ...owner, strategy: { type: 'OnDelete' } } },
    'spec/strategy/type: is none of what it may be',
  ],
  [
    'apps/v1',
    'DaemonSet',
    { spec: { ...owner, updateStrategy: { rollingUpdate: { maxSurge: 1 } } } },
    'spec/updateStrategy: replaces no pod, or each in two ways',
  ],
  [
    'v1',
    'PersistentVolumeClaim',
    { spec: { ...anyClaim, accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] } },
    'spec/accessModes: are several, one of them for one pod alone',
  ],
  [
    rights,
    'RoleBinding',
    binding({ kind: 'ServiceAccount', name: 'a', apiGroup: 'rbac.authorization.k8s.io' }),
    'subjects/0: is of another group of the API',
  ],
  [rights, 'RoleBinding', { roleRef: { kind: 'Role', name: 'a/b' } }, 'roleRef/name: is no name of a role'],
  [
    rights,
    'ClusterRole',
    { rules: [{ verbs: ['get'], nonResourceURLs: ['/a'], apiGroups: [''] }] },
    'rules/0: names no resources and no paths, or both',
  ],
  [
    'v1',
    'ConfigMap',
    { metadata: { name: 'x', finalizers: ['files'] } },
    'metadata/finalizers/0: is no name of a finalizer in full',
  ],
  [
    'v1',
    'ConfigMap',
    { metadata: { name: 'x', ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'a' }] } },
    'metadata/ownerReferences/0/uid: is missing',
  ],
  [
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    autoscaler({
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '0' } } }],
    }),
    'spec/metrics/0/resource/target/averageValue: is no amount above zero, got "0"',
  ],
  ['v1', 'ConfigMap', { data: { a: { b: 'c' } } }, 'data: is no text, got "a"'],
  ['v1', 'ConfigMap', { metadata: { name: 'x', annotations: { a: 1 } } }, 'metadata/annotations: is no text, got "a"'],
  [
    rights,
    'Role',
    { rules: [{ verbs: ['get', 1], apiGroups: [''], resources: ['pods'] }] },
    'rules/0/verbs/1: is no text, got 1',
  ],
  ['storage.k8s.io/v1', 'StorageClass', { provisioner: 5 }, 'provisioner: is no text, got 5'],
  [
    'apps/v1',
    'StatefulSet',
    { spec: { ...owner, volumeClaimTemplates: [{ metadata: { name: 'a.b' }, spec: anyClaim }] } },
    'spec/volumeClaimTemplates/0/metadata/name: is no name in a pod',
  ],
  ['scheduling.k8s.io/v1', 'PriorityClass', { value: 10 ** 9 + 1 }, 'value: is above 1000000000'],
])('%s %s %j is refused', (apiVersion, kind, rest, said) => {
  const start = `chart/${kind.toLowerCase()}-orders-x · ${said}`;
  expect(refused(object(apiVersion, kind, 'x', rest)).map((line) => line.slice(0, start.length))).toEqual([start]);
});

test.each<[string, string, object]>([
  [
    'v1',
    'Service',
    { spec: { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }], externalTrafficPolicy: 'Local' } },
  ],
  ['v1', 'Service', { spec: { ports, externalTrafficPolicy: 'Local', externalIPs: ['1.2.3.4'] } }],
  [
    'v1',
    'Service',
    { spec: { ports, loadBalancerSourceRanges: [], externalTrafficPolicy: '', healthCheckNodePort: 0 } },
  ],
  ['v1', 'Service', { spec: { ports, clusterIP: 'None', clusterIPs: ['None'] } }],
  [networking, 'NetworkPolicy', from('10.0.0.0/8', '10.1.0.0/16')],
  [networking, 'NetworkPolicy', from('fd00::/8', 'fd01::/16')],
  [networking, 'Ingress', path('/a//b', 'ImplementationSpecific')],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', autoscaler({ behavior: { scaleUp: { selectPolicy: 'Disabled' } } })],
  ['apps/v1', 'Deployment', { spec: { ...owner, minReadySeconds: 599, strategy: { type: '' } } }],
  [
    'apps/v1',
    'DaemonSet',
    { spec: { ...owner, updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } } },
  ],
  [rights, 'RoleBinding', binding({ kind: 'User', name: 'system:a b', apiGroup: 'rbac.authorization.k8s.io' })],
  ['v1', 'ConfigMap', { metadata: { name: 'x', finalizers: ['acme.com/files', 'orphan'] } }],
  [
    'argoproj.io/v1alpha1',
    'Application',
    { metadata: { name: 'x', finalizers: ['resources-finalizer.argocd.argoproj.io'] } },
  ],
])('%s %s %j is taken', (apiVersion, kind, rest) => {
  expect(refused(object(apiVersion, kind, 'x', rest))).toEqual([]);
});

describe('in a pod', () => {
  const place = 'chart/deployment-orders-api · spec/template/spec';
  const asking = (requests: object, ...each: readonly object[]) => ({
    resources: { requests },
    containers: each.map((own, index) => ({ ...anyContainer, name: `c${index}`, resources: { requests: own } })),
  });

  test.each<[object, string]>([
    [
      asking({ cpu: '2' }, { cpu: '1500m' }, { cpu: '600m' }),
      'resources/requests/cpu: is less than what its containers have, which is "1500m" and "600m", got "2".',
    ],
    [
      { dnsConfig: { searches: Array(33).fill('a.b') } },
      'dnsConfig/searches: are too many or too long, got ["a.b", "a.b",',
    ],
    [{ resourceClaims: [{ name: 'a' }] }, 'resourceClaims/0: is not one claim, got {"name": "a"}.'],
    [
      { volumes: [{ name: 'v', downwardAPI: { items: [{ path: 'a' }] } }] },
      'volumes/0/downwardAPI/items/0: does not say what the file holds, got {"path": "a"}.',
    ],
  ])('%j is refused', (pod, said) => {
    expect(refused(deployment('api', pod)).map((line) => line.slice(0, `${place}/${said}`.length))).toEqual([
      `${place}/${said}`,
    ]);
  });

  test.each([asking({ cpu: '2' }, { cpu: '1' }, { cpu: 1 }), asking({ cpu: '1' }, {})])('%j is taken', (pod) => {
    expect(refused(deployment('api', pod))).toEqual([]);
  });
});

describe('the name of a Job', () => {
  const named = (length: number, more: object = {}) =>
    refused({ ...job('load', {}, more), metadata: { name: 'a'.repeat(length) } });

  test('is a label of its pods', () => {
    expect(named(63)).toEqual([]);
    expect(named(64)).toHaveLength(1);
    expect(named(64, { manualSelector: true, selector: { matchLabels: { app: 'load' } } })).toEqual([]);
  });

  test('is part of the host names of pods that are counted', () => {
    expect(named(60, { completionMode: 'Indexed', completions: 100 })).toEqual([]);
    expect(named(61, { completionMode: 'Indexed', completions: 100 })).toHaveLength(1);
  });
});
