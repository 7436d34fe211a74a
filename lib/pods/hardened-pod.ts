import { k8s } from 'cdk8s-plus-28';
import type { Identity } from './identity';

/**
 * User and group of every process. Above 10000, so that no user of a node has the same number:
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/ asks for "not root", scanners for more.
 */
export const defaultUid = 10001;

export interface PodSpec {
  readonly identity: Identity;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly initContainers?: readonly k8s.Container[];
  readonly containers: readonly k8s.Container[];
  readonly volumes?: readonly k8s.Volume[];
  readonly graceSeconds: number;
  readonly restartPolicy?: 'Always' | 'Never';
}

/** The one pod template that every construct uses: it meets the Pod Security Standard `restricted`. */
export function hardenedPod(pod: PodSpec): k8s.PodTemplateSpec {
  const { identity, uid = defaultUid, annotations } = pod;
  return {
    metadata: { labels: identity.labels, ...(annotations && { annotations }) },
    spec: {
      serviceAccountName: identity.name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      restartPolicy: pod.restartPolicy,
      terminationGracePeriodSeconds: pod.graceSeconds,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: uid,
        runAsGroup: uid,
        fsGroup: uid,
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
      },
      ...(pod.initContainers && { initContainers: pod.initContainers.map(hardenedContainer) }),
      containers: pod.containers.map(hardenedContainer),
      ...(pod.volumes && { volumes: [...pod.volumes] }),
    },
  };
}

function hardenedContainer(container: k8s.Container): k8s.Container {
  return {
    imagePullPolicy: 'Always',
    ...container,
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
    },
  };
}

/** A place that a process may write to and that ends with its pod. */
export function scratch(name: string, sizeLimit: string, medium?: 'Memory'): k8s.Volume {
  return { name, emptyDir: { sizeLimit: k8s.Quantity.fromString(sizeLimit), ...(medium && { medium }) } };
}
