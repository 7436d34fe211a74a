import { noApi, type Reason } from './reason';

/** Objects of which Compose has nothing, whatever they say. */
export const reasonsOfOtherObjects: readonly Reason[] = [
  ...whole(['ServiceAccount'], noApi.reason, noApi.means),
  ...whole(
    ['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'],
    'what accounts may do with the Kubernetes API, which a laptop has none of',
    noApi.means,
  ),
  ...whole(
    ['HorizontalPodAutoscaler'],
    'how many pods run as the load changes: on a laptop as many as it is told',
    'one runs, unless local.replicas says more',
  ),
  ...whole(
    ['PodDisruptionBudget'],
    'how many pods stay while nodes are emptied: a laptop is one, and is not',
    'nothing',
  ),
  ...whole(['PriorityClass'], 'who makes room for whom when a cluster is full: a laptop runs all of them', 'nothing'),
  ...whole(
    ['Ingress', 'HTTPRoute'],
    'how the world outside reaches the app: a laptop has no ingress controller',
    'host names, paths and certificates can be tried in a cluster alone',
  ),
  ...whole(
    ['ExternalSecret', 'SealedSecret'],
    'of it a program of the cluster makes a Secret: on a laptop the values are made up',
    'where a made-up value will not do: put the real one into .tandem/secrets/<name>/<key>',
  ),
  ...whole(
    ['ServiceMonitor', 'PodMonitor'],
    'what the Prometheus of a cluster asks: a laptop runs none',
    'nobody collects metrics here: read them by hand, with local.publish',
  ),
  ...whole(['IngressClass'], 'a program of the cluster that lets the world in: a laptop has none', 'nothing'),
  ...whole(['Namespace'], 'a place among others: a project has none inside', 'nothing'),
  ...whole(
    ['ResourceQuota'],
    'how much a namespace may take together: a laptop counts nothing together',
    'what is refused for it shows only in a cluster',
  ),
  ...whole(
    ['LimitRange'],
    'limits for those that say none: Compose gives nobody what he does not say himself',
    'who has none here may have some in a cluster: say them in the pod',
  ),
  ...whole(
    ['PersistentVolume', 'StorageClass', 'VolumeAttributesClass', 'CSIDriver'],
    'how a cluster provides storage: a Docker volume has the disk of the laptop',
    'how large and how fast a volume is, and what becomes of it, shows only in a cluster',
  ),
  ...whole(
    ['Endpoints', 'EndpointSlice'],
    'addresses behind a Service that the app does not run: Compose has names of its own services alone',
    'whoever calls that Service by name finds nobody: extra_hosts in compose.override.yaml',
  ),
  ...whole(
    [
      'MutatingWebhookConfiguration',
      'ValidatingWebhookConfiguration',
      'MutatingAdmissionPolicy',
      'MutatingAdmissionPolicyBinding',
      'ValidatingAdmissionPolicy',
      'ValidatingAdmissionPolicyBinding',
    ],
    'what a cluster asks or changes before it takes an object: Compose asks nobody',
    'what is refused or changed by it shows only in a cluster',
  ),
  ...whole(
    ['CustomResourceDefinition', 'APIService'],
    'teaches the Kubernetes API a kind, and a laptop has no such API',
    'objects of that kind do nothing here',
  ),
  ...whole(
    ['RuntimeClass', 'FlowSchema', 'PriorityLevelConfiguration', 'Lease', 'ClusterTrustBundle'],
    'for the programs of the cluster itself',
    'nothing',
  ),
  ...whole(
    ['ResourceClaim', 'ResourceClaimTemplate', 'DeviceClass'],
    'devices that a cluster hands out',
    'the container runs without the device: say devices or gpus in compose.override.yaml',
  ),
  ...whole(['PodTemplate'], 'a pod that somebody else may start: nobody does here', 'nothing'),
];

function whole(kinds: readonly string[], reason: string, means: string): readonly Reason[] {
  return [{ kinds, fields: ['**'], reason, means }];
}
