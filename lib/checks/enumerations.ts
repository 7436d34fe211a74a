/** Words that Kubernetes has for a field, by its name; where several kinds have such a field, by what is above as well. */
const enumerations: Readonly<Record<string, string>> = {
  accessModes: 'ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod',
  'appArmorProfile/type': 'RuntimeDefault Localhost Unconfined',
  completionMode: 'NonIndexed Indexed',
  concurrencyPolicy: 'Allow Forbid Replace',
  dnsPolicy: 'ClusterFirst ClusterFirstWithHostNet Default None',
  effect: 'NoSchedule PreferNoSchedule NoExecute',
  externalTrafficPolicy: 'Cluster Local',
  fsGroupChangePolicy: 'OnRootMismatch Always',
  imagePullPolicy: 'Always IfNotPresent Never',
  internalTrafficPolicy: 'Cluster Local',
  mountPropagation: 'None HostToContainer Bidirectional',
  nodeAffinityPolicy: 'Honor Ignore',
  nodeTaintsPolicy: 'Honor Ignore',
  operator: 'In NotIn Exists DoesNotExist Gt Lt Equal',
  pathType: 'Exact Prefix ImplementationSpecific',
  persistentVolumeReclaimPolicy: 'Retain Delete Recycle',
  podManagementPolicy: 'OrderedReady Parallel',
  policyTypes: 'Ingress Egress',
  preemptionPolicy: 'PreemptLowerPriority Never',
  protocol: 'TCP UDP SCTP',
  restartPolicy: 'Always OnFailure Never',
  scheme: 'HTTP HTTPS',
  'seccompProfile/type': 'RuntimeDefault Localhost Unconfined',
  sessionAffinity: 'None ClientIP',
  'spec/type': 'ClusterIP NodePort LoadBalancer ExternalName',
  'strategy/type': 'RollingUpdate Recreate',
  terminationMessagePolicy: 'File FallbackToLogsOnError',
  'updateStrategy/type': 'RollingUpdate OnDelete',
  volumeBindingMode: 'Immediate WaitForFirstConsumer',
  volumeMode: 'Filesystem Block',
  whenUnsatisfiable: 'DoNotSchedule ScheduleAnyway',
};

const wordsByField = new Map(Object.entries(enumerations).map(([field, words]) => [field, words.split(' ')]));
const noWords: readonly string[] = [];

/** The words of a field; none where Kubernetes has no words for it, or where it is not known here which. */
export function wordsOf(above: string, field: string): readonly string[] {
  return wordsByField.get(field === 'type' ? `${above}/type` : field) ?? noWords;
}
