import type { Problem } from '../checks/problem';
import type { Manifest } from '../manifests/manifest';

/**
 * Objects of an API that was taken away before Kubernetes 1.28, the API of the typed classes: no cluster knows them, and
 * a laptop would leave them out. https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
export function goneVersions({ construct, apiVersion, kind }: Manifest): readonly Problem[] {
  const row = gone.find(({ versions, kinds }) => versions.includes(apiVersion) && kinds.includes(kind));
  if (!row) return [];
  const { since, now } = row;
  return [
    {
      construct,
      prop: 'apiVersion',
      wrong: `has no ${kind} any more, since Kubernetes ${since}`,
      got: apiVersion,
      expected: now === undefined ? 'no such object.' : `${now}.`,
      fix: now === undefined ? 'leave it out: labels of the Namespace say what pods may do.' : `write ${now}.`,
    },
  ];
}

interface Gone {
  readonly versions: readonly string[];
  readonly kinds: readonly string[];
  readonly since: string;
  /** Missing where nothing came after it. */
  readonly now?: string;
}

const roles = ['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'];
const webhooks = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];
const flows = ['FlowSchema', 'PriorityLevelConfiguration'];
const early = ['extensions/v1beta1', 'apps/v1beta1', 'apps/v1beta2'];
const beta = (group: string, ...others: readonly string[]) => [`${group}/v1beta1`, ...others];

const gone: readonly Gone[] = [
  { versions: early, kinds: ['Deployment', 'DaemonSet', 'ReplicaSet', 'StatefulSet'], since: '1.16', now: 'apps/v1' },
  { versions: ['extensions/v1beta1'], kinds: ['NetworkPolicy'], since: '1.16', now: 'networking.k8s.io/v1' },
  {
    versions: ['extensions/v1beta1', 'networking.k8s.io/v1beta1'],
    kinds: ['Ingress', 'IngressClass'],
    since: '1.22',
    now: 'networking.k8s.io/v1',
  },
  { versions: beta('batch', 'batch/v2alpha1'), kinds: ['CronJob'], since: '1.25', now: 'batch/v1' },
  { versions: ['policy/v1beta1'], kinds: ['PodDisruptionBudget'], since: '1.25', now: 'policy/v1' },
  { versions: ['policy/v1beta1', 'extensions/v1beta1'], kinds: ['PodSecurityPolicy'], since: '1.25' },
  {
    versions: ['autoscaling/v2beta1', 'autoscaling/v2beta2'],
    kinds: ['HorizontalPodAutoscaler'],
    since: '1.26',
    now: 'autoscaling/v2',
  },
  ...[
    { group: 'rbac.authorization.k8s.io', kinds: roles, since: '1.22' },
    { group: 'apiextensions.k8s.io', kinds: ['CustomResourceDefinition'], since: '1.22' },
    { group: 'apiregistration.k8s.io', kinds: ['APIService'], since: '1.22' },
    { group: 'admissionregistration.k8s.io', kinds: webhooks, since: '1.22' },
    { group: 'certificates.k8s.io', kinds: ['CertificateSigningRequest'], since: '1.22' },
    { group: 'coordination.k8s.io', kinds: ['Lease'], since: '1.22' },
    { group: 'scheduling.k8s.io', kinds: ['PriorityClass'], since: '1.22' },
    { group: 'storage.k8s.io', kinds: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'], since: '1.22' },
    { group: 'discovery.k8s.io', kinds: ['EndpointSlice'], since: '1.25' },
    { group: 'events.k8s.io', kinds: ['Event'], since: '1.25' },
    { group: 'node.k8s.io', kinds: ['RuntimeClass'], since: '1.25' },
    { group: 'flowcontrol.apiserver.k8s.io', kinds: flows, since: '1.26' },
    { group: 'storage.k8s.io', kinds: ['CSIStorageCapacity'], since: '1.27' },
  ].map(({ group, kinds, since }) => ({ versions: beta(group), kinds, since, now: `${group}/v1` })),
];
