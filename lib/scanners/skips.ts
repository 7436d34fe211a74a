import type { Container, PodOwner } from './pod-owner';

/** A check that a default of ours loses, for a reason. */
export interface Skip {
  readonly scanner: Scanner;
  readonly check: string;
  /** Which of our objects lose it, in words. */
  readonly of: string;
  readonly when: (owner: PodOwner) => boolean;
  readonly reason: string;
}

export type Scanner = 'checkov' | 'polaris';

/** All there are. Whoever takes a default back, or adds a container without a probe, hears of it from the scanner. */
export const skips: readonly Skip[] = [
  {
    scanner: 'checkov',
    check: 'CKV_K8S_35',
    of: 'pods with a variable from a Secret',
    when: ({ containers, initContainers }) => [...initContainers, ...containers].some(takesVariableFromSecret),
    reason: 'programs take a URL with its password from a variable, and a reference wires it from the Secret',
  },
  { scanner: 'checkov', check: 'CKV_K8S_8', ...ofReconciler('livenessProbe') },
  { scanner: 'checkov', check: 'CKV_K8S_9', ...ofReconciler('readinessProbe') },
  { scanner: 'polaris', check: 'livenessProbeMissing', ...ofReconciler('livenessProbe') },
  { scanner: 'polaris', check: 'readinessProbeMissing', ...ofReconciler('readinessProbe') },
  {
    scanner: 'polaris',
    check: 'deploymentMissingReplicas',
    of: 'Deployments that an autoscaler scales',
    when: ({ kind, spec }) => kind === 'Deployment' && spec.replicas === undefined,
    reason: 'the autoscaler counts: a number in the manifest would undo its own at each apply',
  },
  {
    scanner: 'polaris',
    check: 'priorityClassNotSet',
    of: 'pods without priorityClassName',
    when: ({ pod }) => pod.priorityClassName === undefined,
    reason:
      'which priority classes there are is up to the cluster, and one that is missing keeps every pod from starting',
  },
];

function takesVariableFromSecret({ env = [], envFrom = [] }: Container): boolean {
  return env.some(({ valueFrom }) => valueFrom?.secretKeyRef) || envFrom.some(({ secretRef }) => secretRef);
}

/** Of the replica set's reconciler alone: another container without the probe is no default of ours. */
function ofReconciler(probe: 'livenessProbe' | 'readinessProbe'): Pick<Skip, 'of' | 'when' | 'reason'> {
  return {
    of: 'the container rs-config of a StatefulMongo',
    when: ({ kind, containers }) => {
      const without = containers.filter((container) => container[probe] === undefined);
      return kind === 'StatefulSet' && without.length === 1 && without[0]?.name === 'rs-config';
    },
    reason: 'rs-config serves nobody, and ends when it cannot go on, which starts it anew',
  };
}
