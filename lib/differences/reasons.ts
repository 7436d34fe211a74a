import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { podOwner } from '../workloads/pod-owners';

/** Fields that Compose leaves out, and why. `*` stands for one key or index. */
interface Reason {
  /** `pod` for the pod of whatever owner; its fields are counted from there. */
  readonly kind: string;
  readonly fields: readonly string[];
  /** The one value of which it is true. */
  readonly only?: unknown;
  readonly because: string;
}

const oneMachine = 'places pods on nodes: a laptop is one';
const inPlace = 'how a cluster replaces pods: Compose replaces a container in place';
const byHand = 'how a cluster runs jobs: on a laptop they run by hand';
const selection = 'by labels a cluster finds objects: Compose has names';
const storage = 'how a cluster provides storage: a Docker volume has the disk of the laptop';
const unchanged = 'a guard against changes in the cluster: here the app alone writes the file';
const noApi = 'an account for the Kubernetes API, which a laptop has none of';

const reasons: readonly Reason[] = [
  { kind: '*', fields: ['metadata/labels/*'], because: selection },
  { kind: '*', fields: ['metadata/annotations/*'], because: 'notes for programs of a cluster' },
  { kind: 'pod', fields: ['metadata/annotations/*'], because: 'notes for programs of a cluster' },
  { kind: 'pod', fields: ['spec/serviceAccountName', 'spec/automountServiceAccountToken'], because: noApi },
  { kind: 'ServiceAccount', fields: ['automountServiceAccountToken'], because: noApi },
  { kind: 'pod', fields: ['spec/enableServiceLinks'], because: 'Compose gives no variables for other services' },
  {
    kind: 'pod',
    fields: [
      'spec/securityContext/runAsNonRoot',
      'spec/containers/*/securityContext/runAsNonRoot',
      'spec/initContainers/*/securityContext/runAsNonRoot',
    ],
    because: 'a check of the kubelet before the start: the user itself is carried',
  },
  {
    kind: 'pod',
    fields: ['spec/securityContext/fsGroupChangePolicy'],
    because: 'volumes get their group when they are new',
  },
  {
    kind: 'pod',
    fields: ['spec/containers/*/resources/requests/memory', 'spec/initContainers/*/resources/requests/memory'],
    because: oneMachine,
  },
  {
    kind: 'pod',
    fields: ['spec/containers/*/ports/*/name', 'spec/containers/*/ports/*/protocol'],
    because: 'a name within the manifests: Compose has port numbers',
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
    because: 'off in Compose too',
  },
  {
    kind: 'pod',
    fields: ['spec/dnsPolicy'],
    only: 'ClusterFirst',
    because: "Docker's own DNS takes the cluster's place",
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
  { kind: 'StatefulSet', fields: ['spec/podManagementPolicy'], because: 'the order of members: a laptop runs one' },
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
  { kind: 'Service', fields: ['spec/type'], only: 'ClusterIP', because: 'within the project, as in the cluster' },
  { kind: 'Service', fields: ['spec/externalIPs'], because: 'addresses of nodes: a laptop has none' },
  {
    kind: 'Service',
    fields: ['spec/publishNotReadyAddresses'],
    because: 'Compose names a container as soon as it runs',
  },
  {
    kind: 'Service',
    fields: ['spec/ports/*/name', 'spec/ports/*/protocol'],
    because: 'Compose has no ports between services',
  },
  {
    kind: 'NetworkPolicy',
    fields: [
      'spec/ingress/*/ports/*/port',
      'spec/ingress/*/ports/*/protocol',
      'spec/egress/*/ports/*/port',
      'spec/egress/*/ports/*/protocol',
    ],
    because: 'a Compose network carries every port between its members',
  },
  {
    kind: 'NetworkPolicy',
    fields: [
      'spec/egress/*/to/*/ipBlock/cidr',
      'spec/egress/*/to/*/ipBlock/except/*',
      'spec/ingress/*/from/*/ipBlock/cidr',
    ],
    because: 'a Compose network leads everywhere outside, or nowhere',
  },
];

export function reasonFor(manifest: Manifest, field: Field): string | undefined {
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
