/** Fields of Kubernetes that are true or false, or a number, wherever they are: text in their place is refused. */
const types: Readonly<Record<'boolean' | 'number', string>> = {
  boolean:
    'allowPrivilegeEscalation automountServiceAccountToken enableServiceLinks hostIPC hostNetwork hostPID hostUsers immutable optional paused privileged publishNotReadyAddresses readOnly readOnlyRootFilesystem runAsNonRoot setHostnameAsFQDN shareProcessNamespace stdin stdinOnce suspend tty',
  number:
    'activeDeadlineSeconds averageUtilization backoffLimit completions containerPort failureThreshold fsGroup hostPort initialDelaySeconds maxReplicas minReadySeconds minReplicas nodePort parallelism periodSeconds progressDeadlineSeconds replicas revisionHistoryLimit runAsGroup runAsUser stabilizationWindowSeconds startingDeadlineSeconds successThreshold terminationGracePeriodSeconds timeoutSeconds ttlSecondsAfterFinished',
};

const typeByField = new Map(
  (['boolean', 'number'] as const).flatMap((type) => types[type].split(' ').map((field) => [field, type] as const)),
);

/** Undefined for text, and for fields that are not known here. */
export function typeOf(field: string): 'boolean' | 'number' | undefined {
  return typeByField.get(field);
}
