import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { podOwner } from '../workloads/pod-owners';

/** Why a field is left out, and what follows from it for the one who works on the laptop. */
export interface Because {
  readonly reason: string;
  readonly means: string;
}

function because(reason: string, means: string): Because {
  return { reason, means };
}

/** Fields that Compose leaves out, and why. `*` stands for one key or index. */
interface Reason {
  /** `pod` for the pod of whatever owner; its fields are counted from there. */
  readonly kind: string;
  readonly fields: readonly string[];
  /** The one value of which it is true. */
  readonly only?: unknown;
  readonly because: Because;
}

const oneMachine = because(
  'places pods on nodes: a laptop is one',
  'nothing: whether a cluster has room shows only there',
);
const inPlace = because(
  'how a cluster replaces pods: Compose replaces a container in place',
  'docker compose up interrupts the service for a moment',
);
const byHand = because(
  'how a cluster runs jobs: on a laptop they run by hand',
  'overlap, deadlines and retries can only be tried in a cluster',
);
const selection = because('by labels a cluster finds objects: Compose has names', 'nothing');
const notes = because('notes for programs of a cluster', 'nothing');
const storage = because(
  'how a cluster provides storage: a Docker volume has the disk of the laptop',
  'a full volume shows only in a cluster',
);
const unchanged = because('a guard against changes in the cluster: here the app alone writes the file', 'nothing');
const noApi = because('an account for the Kubernetes API, which a laptop has none of', 'nothing calls that API here');

const reasons: readonly Reason[] = [
  { kind: '*', fields: ['metadata/labels/*'], because: selection },
  { kind: '*', fields: ['metadata/annotations/*'], because: notes },
  { kind: 'pod', fields: ['metadata/annotations/*'], because: notes },
  { kind: 'pod', fields: ['spec/serviceAccountName', 'spec/automountServiceAccountToken'], because: noApi },
  { kind: 'ServiceAccount', fields: ['automountServiceAccountToken'], because: noApi },
  {
    kind: 'pod',
    fields: ['spec/enableServiceLinks'],
    because: because('Compose gives no variables for other services', 'nothing'),
  },
  {
    kind: 'pod',
    fields: [
      'spec/securityContext/runAsNonRoot',
      'spec/containers/*/securityContext/runAsNonRoot',
      'spec/initContainers/*/securityContext/runAsNonRoot',
    ],
    because: because(
      'a check of the kubelet before the start: the user itself is carried',
      'an image that would run as root shows only in a cluster',
    ),
  },
  {
    kind: 'pod',
    fields: ['spec/securityContext/fsGroupChangePolicy'],
    because: because('volumes get their group when they are new', 'nothing'),
  },
  {
    kind: 'pod',
    fields: ['spec/containers/*/resources/requests/memory', 'spec/initContainers/*/resources/requests/memory'],
    because: oneMachine,
  },
  {
    kind: 'pod',
    fields: ['spec/containers/*/ports/*/name', 'spec/containers/*/ports/*/protocol'],
    because: because('a name within the manifests: Compose has port numbers', 'nothing'),
  },
  {
    kind: 'pod',
    fields: [
      'spec/hostNetwork',
      'spec/hostPID',
      'spec/hostIPC',
      'spec/setHostnameAsFQDN',
      'spec/shareProcessNamespace',
      'spec/volumes/*/persistentVolumeClaim/readOnly',
    ],
    only: false,
    because: because('off in Compose too', 'nothing'),
  },
  {
    kind: 'pod',
    fields: ['spec/dnsPolicy'],
    only: 'ClusterFirst',
    because: because("Docker's own DNS takes the cluster's place", 'nothing'),
  },
  { kind: 'Deployment', fields: ['spec/selector/matchLabels/*'], because: selection },
  { kind: 'StatefulSet', fields: ['spec/selector/matchLabels/*'], because: selection },
  { kind: 'DaemonSet', fields: ['spec/selector/matchLabels/*'], because: selection },
  {
    kind: 'Deployment',
    fields: [
      'spec/strategy/type',
      'spec/strategy/rollingUpdate/maxSurge',
      'spec/strategy/rollingUpdate/maxUnavailable',
    ],
    because: inPlace,
  },
  {
    kind: 'Deployment',
    fields: ['spec/minReadySeconds', 'spec/progressDeadlineSeconds', 'spec/revisionHistoryLimit'],
    because: inPlace,
  },
  {
    kind: 'StatefulSet',
    fields: ['spec/minReadySeconds', 'spec/updateStrategy/type', 'spec/updateStrategy/rollingUpdate/partition'],
    because: inPlace,
  },
  { kind: 'DaemonSet', fields: ['spec/minReadySeconds'], because: inPlace },
  {
    kind: 'StatefulSet',
    fields: ['spec/podManagementPolicy'],
    because: because('the order of members: a laptop runs one', 'nothing'),
  },
  {
    kind: 'StatefulSet',
    fields: [
      'spec/volumeClaimTemplates/*/spec/accessModes/*',
      'spec/volumeClaimTemplates/*/spec/resources/requests/storage',
      'spec/volumeClaimTemplates/*/spec/storageClassName',
    ],
    because: storage,
  },
  {
    kind: 'PersistentVolumeClaim',
    fields: ['spec/accessModes/*', 'spec/resources/requests/storage', 'spec/storageClassName', 'spec/volumeMode'],
    because: storage,
  },
  {
    kind: 'CronJob',
    fields: [
      'spec/concurrencyPolicy',
      'spec/startingDeadlineSeconds',
      'spec/successfulJobsHistoryLimit',
      'spec/failedJobsHistoryLimit',
      'spec/jobTemplate/spec/backoffLimit',
      'spec/jobTemplate/spec/activeDeadlineSeconds',
    ],
    because: byHand,
  },
  { kind: 'CronJob', fields: ['spec/suspend'], only: false, because: byHand },
  {
    kind: 'Job',
    fields: ['spec/backoffLimit', 'spec/activeDeadlineSeconds', 'spec/ttlSecondsAfterFinished'],
    because: byHand,
  },
  { kind: 'ConfigMap', fields: ['immutable'], because: unchanged },
  { kind: 'Secret', fields: ['immutable'], because: unchanged },
  {
    kind: 'Service',
    fields: ['spec/type'],
    only: 'ClusterIP',
    because: because('within the project, as in the cluster', 'nothing'),
  },
  {
    kind: 'Service',
    fields: ['spec/externalIPs'],
    because: because('addresses of nodes: a laptop has none', 'nothing leads there: publish a port with local.publish'),
  },
  {
    kind: 'Service',
    fields: ['spec/publishNotReadyAddresses'],
    because: because('Compose names a container as soon as it runs', 'nothing'),
  },
  {
    kind: 'Service',
    fields: ['spec/ports/*/name', 'spec/ports/*/protocol'],
    because: because('Compose has no ports between services', 'nothing'),
  },
  {
    kind: 'NetworkPolicy',
    fields: [
      'spec/ingress/*/ports/*/port',
      'spec/ingress/*/ports/*/protocol',
      'spec/egress/*/ports/*/port',
      'spec/egress/*/ports/*/protocol',
    ],
    because: because(
      'a Compose network carries every port between its members',
      'a call to another port that a cluster refuses succeeds here',
    ),
  },
  {
    kind: 'NetworkPolicy',
    fields: [
      'spec/egress/*/to/*/ipBlock/cidr',
      'spec/egress/*/to/*/ipBlock/except/*',
      'spec/ingress/*/from/*/ipBlock/cidr',
    ],
    because: because(
      'a Compose network leads everywhere outside, or nowhere',
      'a call that a cluster refuses succeeds here',
    ),
  },
];

export function reasonFor(manifest: Manifest, field: Field): Because | undefined {
  const template = podOwner(manifest)?.template;
  const inPod = template?.every((key, index) => field.path[index] === key) ?? false;
  const pathOf = (kind: string) => {
    if (kind === 'pod') return inPod ? field.path.slice(template?.length) : undefined;
    return kind === '*' || kind === manifest.kind ? field.path : undefined;
  };
  return reasons.find(({ kind, fields, only }) => {
    const path = pathOf(kind);
    return path && (only ?? field.peek()) === field.peek() && fields.some((pattern) => matches(pattern, path));
  })?.because;
}

function matches(pattern: string, path: Field['path']): boolean {
  const parts = pattern.split('/');
  return parts.length === path.length && parts.every((part, index) => part === '*' || part === String(path[index]));
}
