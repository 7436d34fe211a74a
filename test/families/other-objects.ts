import fc from 'fast-check';
import { dnsLabel, someOf } from './strangers';

/*
 * Objects of Kubernetes' own kinds as strangers write them, by the grammar of its documentation, and of each kind where
 * something must stand, and what breaks a rule of it.
 */

export interface Grammar {
  readonly apiVersion: string;
  readonly kind: string;
  /** Everything but kind and name. */
  readonly right: fc.Arbitrary<object>;
  /** Of a right object what cannot be left out, where it is said, and where that is told, if not there. */
  readonly musts: readonly (readonly [path: string, told?: string])[];
  /** What is wrong at a place: by itself, or beside what else is said. */
  readonly breaks: readonly (readonly [path: string, wrong: fc.Arbitrary<unknown>, told?: string])[];
}

const some = <T>(needed: { [K in keyof T]: fc.Arbitrary<T[K]> }, more: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc
    .tuple(fc.record(needed), fc.record(more, { requiredKeys: [] }))
    .map(([must, may]): object => ({ ...must, ...(may as object) }));
const listOf = <T>(one: fc.Arbitrary<T>, most = 2) => fc.array(one, { minLength: 1, maxLength: most });
const count = (min: number, max: number) => fc.integer({ min, max });
const word = fc.constantFrom;

const name = dnsLabel(20);
const value = fc.oneof(word('', 'yes', '1'), someOf('aZ9', 1, 20));
const labels = fc.dictionary(word('app', 'acme.com/tier', 'a_b.c'), value, { minKeys: 1, maxKeys: 2 });
const requirement = fc.oneof(
  fc.record({ key: word('app', 'acme.com/tier'), operator: word('In', 'NotIn'), values: listOf(value) }),
  fc.record({ key: word('app', 'acme.com/tier'), operator: word('Exists', 'DoesNotExist') }),
);
const selector = some({}, { matchLabels: labels, matchExpressions: listOf(requirement) });

const seldom = (least: number, most: number) => fc.constantFrom<unknown>(least - 1, most + 1, 1.5, '5');
const noName = fc.constantFrom<unknown>('A b', '-a', 'a'.repeat(254), 5, '');
const noWord = fc.constantFrom<unknown>('any', 'tcp', 'Foo');
const noLabels = fc.constantFrom<unknown>({ 'a b': 'c' }, { a: 'b c' }, { a: 'x'.repeat(64) });
const noRequirement = fc.constantFrom<unknown>(
  { key: 'a', operator: 'In' },
  { key: 'a', operator: 'Exists', values: ['b'] },
  { key: 'a', operator: 'Like', values: ['b'] },
);

const container = some(
  { name: fc.constant('main'), image: word('acme/api:1', 'ghcr.io/acme/api:1.2.3') },
  {
    command: listOf(word('serve', '--all')),
    env: listOf(
      fc.oneof(
        fc.record({ name: word('A', 'a.b-c'), value: word('', 'x') }),
        fc.record({
          name: word('A'),
          valueFrom: fc.record({ fieldRef: fc.record({ fieldPath: word('metadata.name') }) }),
        }),
      ),
      1,
    ),
    ports: listOf(fc.record({ containerPort: count(1, 65_535) }), 1),
    resources: fc.constant({ requests: { cpu: '1' }, limits: { cpu: 2, memory: '1Gi' } }),
  },
);
const pod = (restartPolicy?: string) =>
  some(
    { containers: listOf(container, 1), ...(restartPolicy && { restartPolicy: fc.constant(restartPolicy) }) },
    { terminationGracePeriodSeconds: count(0, 60), nodeSelector: labels, enableServiceLinks: fc.boolean() },
  );
const ofPod = (path: string): Pick<Grammar, 'musts' | 'breaks'> => ({
  musts: [[`${path}/containers`], [`${path}/containers/0/name`], [`${path}/containers/0/image`]],
  breaks: [
    [`${path}/containers/0/ports`, fc.constant([{}]), `${path}/containers/0/ports/0/containerPort`],
    [`${path}/volumes`, fc.constant([{ name: 'v', secret: {} }]), `${path}/volumes/0/secret/secretName`],
    [`${path}/volumes`, fc.constant([{ name: 'v', configMap: { items: [] } }]), `${path}/volumes/0/configMap/name`],
    [`${path}/containers/0/envFrom`, fc.constant([{ secretRef: {} }]), `${path}/containers/0/envFrom/0/secretRef/name`],
    [
      `${path}/resources`,
      fc.constant({ requests: { cpu: '2' }, limits: { cpu: '1' } }),
      `${path}/resources/requests/cpu`,
    ],
  ],
});

/** An owner of pods, which selects them by one label of theirs. */
const owner = (kind: string, more: Record<string, fc.Arbitrary<unknown>>, breaks: Grammar['breaks'] = []): Grammar => ({
  apiVersion: 'apps/v1',
  kind,
  right: fc.tuple(labels, pod(), fc.record(more, { requiredKeys: [] })).map(([own, spec, rest]) => ({
    spec: {
      ...(rest as object),
      selector: { matchLabels: Object.fromEntries(Object.entries(own).slice(0, 1)) },
      template: { metadata: { labels: own }, spec },
    },
  })),
  musts: [['spec/selector'], ['spec/template', 'spec/template/spec/containers'], ...ofPod('spec/template/spec').musts],
  breaks: [
    ['spec/selector', fc.constant({})],
    ['spec/selector/matchLabels/other', fc.constant('x'), 'spec'],
    ['spec/template/metadata', fc.constant({}), 'spec'],
    ...ofPod('spec/template/spec').breaks,
    ...breaks,
  ],
});

const rollout = fc.oneof(
  fc.constant({ type: 'RollingUpdate' }),
  fc.record({ rollingUpdate: fc.record({ maxUnavailable: word<unknown>(1, '10%') }) }),
);

const claim = some(
  {
    accessModes: word(['ReadWriteOnce'], ['ReadOnlyMany', 'ReadWriteMany'], ['ReadWriteOncePod']),
    resources: fc.record({ requests: fc.record({ storage: word('1Gi', '500M', '10') }) }),
  },
  { storageClassName: word('', 'fast'), volumeMode: word('Filesystem', 'Block'), selector },
);
const ofClaim = (path: string): Pick<Grammar, 'musts' | 'breaks'> => ({
  musts: [[`${path}/accessModes`], [`${path}/resources`], [`${path}/resources/requests/storage`]],
  breaks: [
    [`${path}/accessModes`, word(['ReadWriteOncePod', 'ReadWriteOnce'], [], ['Any'])],
    [`${path}/resources/requests/storage`, word('0', '-1Gi')],
  ],
});

const job = some(
  { template: fc.record({ spec: pod('Never') }) },
  {
    backoffLimit: count(0, 9),
    completions: count(1, 9),
    parallelism: count(0, 9),
    ttlSecondsAfterFinished: count(0, 99),
  },
);
const ofJob = (path: string): Pick<Grammar, 'musts' | 'breaks'> => ({
  musts: [[`${path}/template/spec/restartPolicy`], ...ofPod(`${path}/template/spec`).musts],
  breaks: [
    [`${path}/template/spec/restartPolicy`, word('Always', '')],
    [`${path}/backoffLimitPerIndex`, count(1, 9), path],
    [`${path}/selector`, fc.constant({ matchLabels: { app: 'a' } }), path],
    [`${path}/podFailurePolicy`, fc.constant({ rules: [{ action: 'FailJob' }] }), `${path}/podFailurePolicy/rules/0`],
    [
      `${path}/podFailurePolicy`,
      fc.constant({ rules: [{ onPodConditions: [{ type: 'A' }] }] }),
      `${path}/podFailurePolicy/rules/0/action`,
    ],
    ...ofPod(`${path}/template/spec`).breaks,
  ],
});

const target = fc.record({ apiVersion: word('apps/v1', 'acme.com/v1'), kind: word('Deployment'), name });
const resource = fc.record({
  name: word('cpu', 'memory'),
  target: fc.oneof(
    fc.record({ type: fc.constant('Utilization'), averageUtilization: count(1, 200) }),
    fc.record({ type: fc.constant('AverageValue'), averageValue: word('500m', '1Gi') }),
  ),
});
const measured = fc.record({
  metric: some({ name: word('requests') }, { selector }),
  target: fc.record({ type: fc.constant('AverageValue'), averageValue: word('1', '500m') }),
});
const metric = fc.oneof(
  fc.record({ type: fc.constant('Resource'), resource }),
  fc.record({ type: fc.constant('Pods'), pods: measured }),
  fc.record({ type: fc.constant('External'), external: measured }),
);
const pace = some(
  {},
  {
    stabilizationWindowSeconds: count(0, 3600),
    selectPolicy: word('Max', 'Min', 'Disabled'),
    policies: listOf(fc.record({ type: word('Pods', 'Percent'), value: count(1, 99), periodSeconds: count(1, 1800) })),
  },
);

const backend = fc.oneof(
  fc.record({
    service: fc.record({
      name,
      port: fc.oneof(fc.record({ number: count(1, 65_535) }), fc.record({ name: word('http') })),
    }),
  }),
  fc.record({ resource: fc.record({ apiGroup: word('acme.com'), kind: word('Bucket'), name }) }),
);
const path = fc.oneof(
  fc.record({ path: word('/', '/a/b', '/a.b'), pathType: word('Exact', 'Prefix'), backend }),
  some({ pathType: fc.constant('ImplementationSpecific'), backend }, { path: word('/', '/a//*') }),
);

const peer = fc.oneof(
  some({ podSelector: selector }, { namespaceSelector: selector }),
  fc.record({ namespaceSelector: selector }),
  fc.record({
    ipBlock: some({ cidr: fc.constant('10.0.0.0/8') }, { except: listOf(word('10.1.0.0/16', '10.2.3.4/32'), 1) }),
  }),
);
const port = fc.oneof(
  some({ port: count(1, 30_000) }, { protocol: word('TCP', 'UDP', 'SCTP'), endPort: count(30_000, 65_535) }),
  fc.record({ port: word('http') }),
);

const rights = fc.record({
  apiGroups: word([''], ['apps', 'batch'], ['*']),
  resources: word(['pods'], ['pods/log', '*']),
  verbs: word(['get'], ['list', 'watch']),
});
const subject = fc.oneof(
  fc.record({ kind: fc.constant('ServiceAccount'), name, namespace: name }),
  some(
    { kind: word('User', 'Group'), name: word('system:a', 'a@acme.com') },
    { apiGroup: word('rbac.authorization.k8s.io') },
  ),
);

export const grammars: readonly Grammar[] = [
  {
    apiVersion: 'v1',
    kind: 'Service',
    right: fc.record({
      spec: fc.oneof(
        some(
          { ports: listOf(fc.record({ port: count(1, 65_535) }), 1) },
          { selector: labels, type: word('', 'ClusterIP'), sessionAffinity: word('None', 'ClientIP') },
        ),
        some(
          {
            type: word('NodePort', 'LoadBalancer'),
            ports: listOf(
              some({ port: count(1, 65_535) }, { name: word('http'), targetPort: word<unknown>('http', 8080) }),
              1,
            ),
          },
          { externalTrafficPolicy: word('Cluster', 'Local'), internalTrafficPolicy: word('Cluster', 'Local') },
        ),
      ),
    }),
    musts: [['spec'], ['spec/ports', 'spec'], ['spec/ports/0/port']],
    breaks: [
      ['spec/clusterIPs', fc.constant(['None']), 'spec'],
      ['spec', fc.constant({ ports: [{ port: 1 }], healthCheckNodePort: 30_100 })],
      ['spec/ports/0/port', seldom(1, 65_535)],
      ['spec/ports/0/protocol', noWord],
      ['spec/ports/0/name', word('A', 'a.b', '-')],
      ['spec/ports/1', fc.constant({ port: 1 }), 'spec/ports'],
      ['spec/type', fc.constant('ExternalName'), 'spec'],
      ['spec/selector', noLabels],
      ['spec/internalTrafficPolicy', noWord],
    ],
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    right: fc.record({
      spec: some(
        { rules: listOf(some({ http: fc.record({ paths: listOf(path) }) }, { host: word('acme.com', '*.acme.com') })) },
        { ingressClassName: name, defaultBackend: backend },
      ),
    }),
    musts: [
      ['spec'],
      ['spec/rules/0/http/paths'],
      ['spec/rules/0/http/paths/0/pathType'],
      ['spec/rules/0/http/paths/0/backend'],
    ],
    breaks: [
      ['spec/rules/0/http/paths/0/backend', fc.constant({})],
      [
        'spec/rules/0/http/paths/0/backend',
        fc.constant({ service: { name: 'a' } }),
        'spec/rules/0/http/paths/0/backend/service/port',
      ],
      [
        'spec/rules/0/http/paths/0',
        fc.constant({ path: '/a/..', pathType: 'Exact', backend: { service: { name: 'a', port: { number: 1 } } } }),
      ],
      ['spec/rules/0/http/paths/0/pathType', noWord],
      ['spec/rules/0/host', word('1.2.3.4', 'A', 'a b')],
      ['spec/ingressClassName', noName],
    ],
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    right: fc.record({
      spec: some(
        { ingress: listOf(some({ from: listOf(peer) }, { ports: listOf(port) })) },
        {
          podSelector: selector,
          policyTypes: word(['Ingress'], ['Ingress', 'Egress']),
          egress: listOf(some({}, { to: listOf(peer), ports: listOf(port) })),
        },
      ),
    }),
    musts: [],
    breaks: [
      ['spec/ingress/0/from/0', fc.constant({})],
      ['spec/ingress/0/from/0', fc.constant({ ipBlock: {} }), 'spec/ingress/0/from/0/ipBlock/cidr'],
      [
        'spec/ingress/0/from/0',
        fc.constant({ ipBlock: { cidr: '10.0.0.0/8', except: ['11.0.0.0/16'] } }),
        'spec/ingress/0/from/0/ipBlock',
      ],
      ['spec/ingress/0/ports', fc.constant([{ port: 2, endPort: 1 }]), 'spec/ingress/0/ports/0'],
      [
        'spec/podSelector',
        noRequirement.map((one) => ({ matchExpressions: [one] })),
        'spec/podSelector/matchExpressions/0',
      ],
      ['spec/podSelector', noLabels.map((matchLabels) => ({ matchLabels })), 'spec/podSelector/matchLabels'],
      ['spec/policyTypes', fc.constant(['Out'])],
    ],
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    right: fc.record({
      spec: some(
        { scaleTargetRef: target, maxReplicas: count(10, 99), metrics: listOf(metric) },
        { minReplicas: count(1, 10), behavior: some({}, { scaleUp: pace, scaleDown: pace }) },
      ),
    }),
    musts: [
      ['spec'],
      ['spec/maxReplicas'],
      ['spec/scaleTargetRef'],
      ['spec/scaleTargetRef/kind'],
      ['spec/scaleTargetRef/name'],
      ['spec/scaleTargetRef/apiVersion', 'spec/scaleTargetRef'],
      ['spec/metrics/0/type'],
    ],
    breaks: [
      ['spec/maxReplicas', seldom(1, 2 ** 31 - 1)],
      ['spec/minReplicas', fc.constant(100), 'spec'],
      ['spec/metrics/0', fc.constant({ type: 'Resource' })],
      [
        'spec/metrics/0',
        fc.constant({ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization' } } }),
        'spec/metrics/0/resource/target',
      ],
      ['spec/behavior', fc.constant({ scaleUp: { policies: [] } }), 'spec/behavior/scaleUp/policies'],
      [
        'spec/behavior',
        fc.constant({ scaleUp: { policies: [{ type: 'Pods', value: 1 }] } }),
        'spec/behavior/scaleUp/policies/0/periodSeconds',
      ],
      [
        'spec/behavior',
        fc.constant({ scaleDown: { stabilizationWindowSeconds: 3601 } }),
        'spec/behavior/scaleDown/stabilizationWindowSeconds',
      ],
    ],
  },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    right: fc.record({ spec: some({ selector }, { maxUnavailable: word<unknown>(1, '10%', 0) }) }),
    musts: [],
    breaks: [
      ['spec/minAvailable', word<unknown>('5', '101%', -1)],
      ['spec/selector', noRequirement.map((one) => ({ matchExpressions: [one] })), 'spec/selector/matchExpressions/0'],
    ],
  },
  owner('Deployment', { replicas: count(0, 9), minReadySeconds: count(0, 99), strategy: rollout }, [
    ['spec/progressDeadlineSeconds', fc.constant(0), 'spec'],
    ['spec/strategy', fc.constant({ type: 'Recreate', rollingUpdate: {} })],
    ['spec/replicas', seldom(0, 2 ** 31 - 1)],
  ]),
  owner('DaemonSet', { minReadySeconds: count(0, 99), updateStrategy: rollout }, [
    ['spec/updateStrategy', fc.constant({ rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } })],
  ]),
  owner('ReplicaSet', { replicas: count(0, 9), minReadySeconds: count(0, 99) }),
  owner(
    'StatefulSet',
    {
      serviceName: name,
      podManagementPolicy: word('OrderedReady', 'Parallel'),
      volumeClaimTemplates: listOf(fc.record({ metadata: fc.record({ name: word('data') }), spec: claim }), 1),
    },
    [
      ['spec/volumeClaimTemplates', fc.constant([{ metadata: { name: 'd' } }]), 'spec/volumeClaimTemplates/0/spec'],
      ['spec/updateStrategy', fc.constant({ type: 'Recreate' }), 'spec/updateStrategy/type'],
    ],
  ),
  { apiVersion: 'batch/v1', kind: 'Job', right: fc.record({ spec: job }), ...ofJob('spec') },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    right: fc.record({
      spec: some(
        { schedule: word('15 2 * * *', '*/5 * * * MON'), jobTemplate: fc.record({ spec: job }) },
        { timeZone: word('Etc/UTC'), concurrencyPolicy: word('Allow', 'Forbid', 'Replace'), suspend: fc.boolean() },
      ),
    }),
    musts: [['spec/schedule'], ...ofJob('spec/jobTemplate/spec').musts],
    breaks: [['spec/schedule', word('1 2 3 4', '61 * * * *')], ...ofJob('spec/jobTemplate/spec').breaks],
  },
  { apiVersion: 'v1', kind: 'PersistentVolumeClaim', right: fc.record({ spec: claim }), ...ofClaim('spec') },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    right: some(
      { data: fc.dictionary(word('a', 'b.c'), word('', 'x')) },
      { binaryData: fc.constant({ z: 'YQ==' }), immutable: fc.boolean() },
    ),
    musts: [],
    breaks: [
      ['', fc.constant({ data: { a: 'b' }, binaryData: { a: 'YQ==' } }), 'data'],
      ['data', fc.constant({ 'a/b': 'c' })],
      ['binaryData', fc.constant({ a_: '!' })],
      ['metadata', fc.constant({ finalizers: ['files'] }), 'metadata/finalizers/0'],
    ],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    right: fc.record({ rules: listOf(rights) }),
    musts: [['rules/0/verbs'], ['rules/0/apiGroups', 'rules/0'], ['rules/0/resources', 'rules/0']],
    breaks: [['rules/0/nonResourceURLs', fc.constant(['/a']), 'rules/0']],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    right: fc.record({
      rules: listOf(fc.oneof(rights, fc.record({ nonResourceURLs: word(['/a', '/b/*']), verbs: word(['get']) }))),
    }),
    musts: [['rules/0/verbs']],
    breaks: [
      ['rules/0', fc.constant({ verbs: ['get'], nonResourceURLs: ['/a'], resources: ['pods'] })],
      ['aggregationRule', fc.constant({}), 'aggregationRule/clusterRoleSelectors'],
    ],
  },
  ...['RoleBinding', 'ClusterRoleBinding'].map(
    (kind): Grammar => ({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind,
      right: fc.record({ roleRef: fc.record({ kind: fc.constant('ClusterRole'), name }), subjects: listOf(subject) }),
      musts: [['roleRef'], ['roleRef/kind'], ['roleRef/name'], ['subjects/0/kind'], ['subjects/0/name']],
      breaks: [
        ['roleRef/name', word('a/b', '..')],
        ['roleRef/kind', noWord],
        ['subjects/0', fc.constant({ kind: 'User', name: 'a', apiGroup: 'acme.com' })],
        ['subjects/0', fc.constant({ kind: 'ServiceAccount', name: 'A_b', namespace: 'a' })],
      ],
    }),
  ),
  {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    right: some(
      { provisioner: word('csi.acme.com') },
      { reclaimPolicy: word('Delete', 'Retain'), allowVolumeExpansion: fc.boolean() },
    ),
    musts: [['provisioner']],
    breaks: [['volumeBindingMode', noWord]],
  },
  {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    right: some({ value: count(-99, 10 ** 9) }, { preemptionPolicy: word('Never', 'PreemptLowerPriority') }),
    musts: [],
    breaks: [['value', fc.constant(10 ** 9 + 1)]],
  },
];
