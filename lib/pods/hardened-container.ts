import type { k8s } from 'cdk8s-plus-28';

/** A container of a hardened pod. What its own securityContext says wins, field by field. */
export function hardenedContainer(container: k8s.Container): k8s.Container {
  return {
    imagePullPolicy: 'Always',
    ...container,
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      privileged: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      ...container.securityContext,
    },
  };
}
