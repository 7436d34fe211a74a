import { unexplained } from '../../lib/differences/differences';
import { tandemOf } from '../compose/tandem';
import {
  anyContainer,
  deployment,
  type KubeObject,
  object,
  owning,
  podTemplate,
  service,
  statefulSet,
} from '../workloads/manifests';
import { eachField } from './each-field';

/** `<field>: <why>; <what it means>` of each leaf below the spec that is not the pod's own. */
function toldOf(...objects: readonly KubeObject[]): Readonly<Record<string, string>> {
  const { differences } = tandemOf(objects);
  expect(unexplained(differences)).toEqual([]);
  return Object.fromEntries(
    eachField(differences)
      .filter(({ field }) => field.exists && !/metadata\/labels|containers|matchLabels/.test(field.toString()))
      .map(({ field, reason, means }) => [field.toString().replace(/^spec\//, ''), `${reason}; ${means}`]),
  );
}

const inPlace =
  'how a cluster replaces pods: Compose replaces a container in place; docker compose up interrupts the service for a moment';
const watched = 'how long a new pod is watched before the next one is replaced: here there is no next one; nothing';
const history =
  'how many former versions a cluster keeps to go back to: Compose keeps none; nothing: to go back is to run what was committed before';
const byHand =
  'how a cluster runs jobs: on a laptop they run by hand; overlap, deadlines and retries can only be tried in a cluster';
const oneRun =
  'how many pods share the work: docker compose run starts one; a run does the work of one pod: start it again for the next';

describe('what only the owner of a pod says', () => {
  const template = podTemplate('api');
  const never = podTemplate('api', { restartPolicy: 'Never' });

  test('of a Deployment', () => {
    const spec = {
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      minReadySeconds: 1,
      revisionHistoryLimit: 1,
      progressDeadlineSeconds: 2,
      paused: true,
      ...owning(template),
    };
    expect(toldOf(object('apps/v1', 'Deployment', 'api', { spec }))).toEqual({
      'strategy/type': inPlace,
      'strategy/rollingUpdate/maxSurge': inPlace,
      'strategy/rollingUpdate/maxUnavailable': inPlace,
      minReadySeconds: watched,
      revisionHistoryLimit: history,
      progressDeadlineSeconds:
        'when a cluster reports that a change does not get ahead: whoever waits for docker compose up sees it; nothing',
      paused:
        'holds back what changes: Compose changes what it is told to; a change of the pod runs here, and not yet in a cluster',
    });
  });

  test('of a StatefulSet', () => {
    const claims =
      'when a cluster deletes claims: a volume stays until you delete it; the data stays until docker compose down --volumes';
    const spec = {
      serviceName: 'db',
      revisionHistoryLimit: 1,
      minReadySeconds: 1,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1, maxUnavailable: 1 } },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' },
    };
    expect(toldOf(statefulSet('db', spec))).toMatchObject({
      revisionHistoryLimit: history,
      minReadySeconds: watched,
      'updateStrategy/type': inPlace,
      'updateStrategy/rollingUpdate/partition': inPlace,
      'updateStrategy/rollingUpdate/maxUnavailable': inPlace,
      'persistentVolumeClaimRetentionPolicy/whenDeleted': claims,
      'persistentVolumeClaimRetentionPolicy/whenScaled': 'as on a laptop; nothing',
    });
  });

  test('of a DaemonSet, a ReplicaSet and a ReplicationController', () => {
    const spec = {
      minReadySeconds: 1,
      revisionHistoryLimit: 1,
      updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      ...owning(template),
    };
    expect(toldOf(object('apps/v1', 'DaemonSet', 'a', { spec }))).toEqual({
      minReadySeconds: watched,
      revisionHistoryLimit: history,
      'updateStrategy/rollingUpdate/maxSurge': inPlace,
      'updateStrategy/rollingUpdate/maxUnavailable': inPlace,
    });
    const few = { minReadySeconds: 1, template };
    expect(toldOf(object('apps/v1', 'ReplicaSet', 'a', { spec: { ...few, ...owning(template) } }))).toEqual({
      minReadySeconds: watched,
    });
    const controller = object('v1', 'ReplicationController', 'a', { spec: { ...few, selector: { app: 'api' } } });
    expect(toldOf(controller)).toEqual({
      minReadySeconds: watched,
      'selector/app': 'by labels a cluster finds objects: Compose has names; nothing',
    });
  });

  const job = {
    completionMode: 'Indexed',
    completions: 2,
    activeDeadlineSeconds: 1,
    backoffLimit: 1,
    backoffLimitPerIndex: 1,
    maxFailedIndexes: 1,
    ttlSecondsAfterFinished: 1,
    podReplacementPolicy: 'Failed',
    podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [1] } }] },
    successPolicy: { rules: [{ succeededCount: 1, succeededIndexes: '0' }] },
  };
  const toldOfJob = (place: string) =>
    Object.fromEntries(
      [
        'activeDeadlineSeconds',
        'backoffLimit',
        'backoffLimitPerIndex',
        'maxFailedIndexes',
        'podReplacementPolicy',
        'podFailurePolicy/rules/0/action',
        'podFailurePolicy/rules/0/onExitCodes/operator',
        'podFailurePolicy/rules/0/onExitCodes/values/0',
        'successPolicy/rules/0/succeededCount',
        'successPolicy/rules/0/succeededIndexes',
      ].map((key): [string, string] => [`${place}${key}`, byHand]),
    );
  const deleted = 'when a cluster deletes what has finished: docker compose run --rm does so at once; nothing';

  test('of a Job', () => {
    const spec = { ...job, parallelism: 2, suspend: true, template: never };
    expect(toldOf(object('batch/v1', 'Job', 'load', { spec }))).toEqual({
      ...toldOfJob(''),
      ttlSecondsAfterFinished: deleted,
      completions: oneRun,
      parallelism: oneRun,
      completionMode:
        'that of the first pod: docker compose run starts one; a run does the part of index 0: docker compose run -e JOB_COMPLETION_INDEX=1 does the next',
      suspend: 'its start is held back: on a laptop it runs by hand; nothing',
    });
  });

  test('of a CronJob', () => {
    const spec = {
      schedule: '0 0 * * *',
      suspend: true,
      concurrencyPolicy: 'Forbid',
      jobTemplate: { spec: { ...job, template: never } },
    };
    expect(toldOf(object('batch/v1', 'CronJob', 'load', { spec }))).toMatchObject({
      ...toldOfJob('jobTemplate/spec/'),
      'jobTemplate/spec/ttlSecondsAfterFinished': deleted,
      concurrencyPolicy: byHand,
      suspend: 'its schedule is held back: on a laptop it runs by hand; nothing',
    });
  });
});

describe('what only a Service says', () => {
  const publish = 'nothing leads there from outside: publish a port with local.publish';
  const address = 'an address in the cluster: Docker gives each container its own; nothing';
  const outside = `how the world outside reaches it: a laptop has no load balancer; ${publish}`;
  const turn =
    'which pod of several answers: one is all there is, or else the next in turn; what happens among several pods shows only in a cluster';
  const elsewhere =
    'another name for a host elsewhere: Compose has none; whoever calls it by this name finds nobody: call that host itself';

  test.each<[string, object, Readonly<Record<string, string>>]>([
    [
      'that the world outside reaches on nodes',
      { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] },
      {
        type: `a port of every node: a laptop is none; ${publish}`,
        'ports/0/nodePort': `a port of every node: a laptop is none; ${publish}`,
      },
    ],
    [
      'with a load balancer',
      {
        type: 'LoadBalancer',
        loadBalancerIP: '1.1.1.1',
        loadBalancerSourceRanges: ['10.0.0.0/8'],
        externalTrafficPolicy: 'Local',
      },
      { type: outside, loadBalancerIP: outside, 'loadBalancerSourceRanges/0': outside, externalTrafficPolicy: outside },
    ],
    [
      'that leads elsewhere',
      { type: 'ExternalName', externalName: 'db.example', selector: undefined, ports: undefined },
      { type: elsewhere, externalName: elsewhere },
    ],
    [
      'with addresses',
      { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1'], ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' },
      { clusterIP: address, 'clusterIPs/0': address, 'ipFamilies/0': address, ipFamilyPolicy: address },
    ],
    [
      'with a way to one of several',
      {
        sessionAffinity: 'ClientIP',
        sessionAffinityConfig: { clientIP: { timeoutSeconds: 1 } },
        trafficDistribution: 'PreferClose',
      },
      { sessionAffinity: turn, 'sessionAffinityConfig/clientIP/timeoutSeconds': turn, trafficDistribution: turn },
    ],
  ])('%s', (_, spec, told) => {
    expect(toldOf(deployment('api'), service('api', 'api', spec))).toMatchObject(told);
  });
});

test('a NetworkPolicy tells its ports, its addresses, and whom nobody here is', () => {
  const nobody = 'selects pods that this app does not make; nothing: whoever it means is not on the laptop';
  const ports =
    'a Compose network carries every port between its members; a call to another port that a cluster refuses succeeds here';
  const addresses =
    'a Compose network leads everywhere outside, or nowhere; a call that a cluster refuses succeeds here';
  const spec = {
    podSelector: { matchLabels: { app: 'api' } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      {
        from: [{ podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['stranger'] }] } }],
        ports: [{ port: 'http', protocol: 'SCTP' }],
      },
    ],
    egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], ports: [{ port: 1, endPort: 2 }] }],
  };
  const policy = object('networking.k8s.io/v1', 'NetworkPolicy', 'api', { spec });
  expect(toldOf(deployment('api'), policy)).toEqual({
    'ingress/0/from/0/podSelector/matchExpressions/0/key': nobody,
    'ingress/0/from/0/podSelector/matchExpressions/0/operator': nobody,
    'ingress/0/from/0/podSelector/matchExpressions/0/values/0': nobody,
    'ingress/0/ports/0/port': ports,
    'ingress/0/ports/0/protocol': ports,
    'egress/0/to/0/ipBlock/cidr': addresses,
    'egress/0/to/0/ipBlock/except/0': addresses,
    'egress/0/ports/0/port': ports,
    'egress/0/ports/0/endPort': ports,
  });
});

test('a rule that says nothing opens all, and is read', () => {
  const policy = object('networking.k8s.io/v1', 'NetworkPolicy', 'api', { spec: { podSelector: {}, ingress: [{}] } });
  expect(toldOf(deployment('api'), policy)).toEqual({});
});

test('so does one whose lists are empty, as cdk8s-plus writes it', () => {
  const spec = { podSelector: {}, ingress: [{ from: [], ports: [] }], egress: [{ to: [], ports: [] }] };
  const policy = object('networking.k8s.io/v1', 'NetworkPolicy', 'api', { spec });
  expect(toldOf(deployment('api'), policy)).toEqual({ 'ingress/0/ports': 'says nothing; nothing' });
});

/** What these kinds must say beside. */
const least: Readonly<Record<string, object>> = {
  CustomResourceDefinition: {
    group: 'acme.com',
    scope: 'Namespaced',
    names: { plural: 'others', kind: 'Other' },
    versions: [{ name: 'v1', storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
  },
  HorizontalPodAutoscaler: {
    maxReplicas: 3,
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' },
  },
  Ingress: { rules: [{ host: 'orders.example.com' }] },
};

describe('an object of which Compose has nothing says why, whatever it says', () => {
  test.each([
    [
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'how many pods run as the load changes: on a laptop as many as it is told; one runs, unless local.replicas says more',
    ],
    [
      'policy/v1',
      'PodDisruptionBudget',
      'how many pods stay while nodes are emptied: a laptop is one, and is not; nothing',
    ],
    [
      'networking.k8s.io/v1',
      'Ingress',
      'how the world outside reaches the app: a laptop has no ingress controller; host names, paths and certificates can be tried in a cluster alone',
    ],
    [
      'rbac.authorization.k8s.io/v1',
      'ClusterRole',
      'what accounts may do with the Kubernetes API, which a laptop has none of; nothing: what an account may do is asked by that API alone',
    ],
    [
      'v1',
      'LimitRange',
      'limits for those that say none: Compose gives nobody what he does not say himself; who has none here may have some in a cluster: say them in the pod',
    ],
    [
      'apiextensions.k8s.io/v1',
      'CustomResourceDefinition',
      'teaches the Kubernetes API a kind, and a laptop has no such API; objects of that kind do nothing here',
    ],
    [
      'monitoring.coreos.com/v1',
      'ServiceMonitor',
      'what the Prometheus of a cluster asks: a laptop runs none; nobody collects metrics here: read them by hand, with local.publish',
    ],
    [
      'external-secrets.io/v1',
      'ExternalSecret',
      'of it a program of the cluster makes a Secret: on a laptop the values are made up; where a made-up value will not do: put the real one into .tandem/secrets/<name>/<key>',
    ],
    [
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      'how the world outside reaches the app: a laptop has no ingress controller; host names, paths and certificates can be tried in a cluster alone',
    ],
    [
      'gateway.networking.k8s.io/v1',
      'Gateway',
      'an object for a program of the cluster that a laptop does not run; what that program would do or make is not there',
    ],
  ])('%s %s', (apiVersion, kind, why) => {
    const spec = { some: [{ deep: 'leaf' }], other: 1, ...least[kind] };
    const told = toldOf(deployment('api'), object(apiVersion, kind, 'others.acme.com', { spec }));
    expect(told).toMatchObject({ 'some/0/deep': why, other: why });
    expect([...new Set(Object.values(told))]).toEqual([why]);
  });

  test("but one of Kubernetes' own kinds that nobody thought of is unexplained", () => {
    const { differences } = tandemOf([
      deployment('api', { containers: [anyContainer] }),
      object('batch/v1', 'Someday', 'a', { spec: { a: 1 } }),
    ]);
    expect(eachField(unexplained(differences)).map(({ field }) => field.toString())).toEqual(['spec/a']);
  });
});
