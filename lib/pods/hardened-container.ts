import type { k8s } from 'cdk8s-plus-28';
import { pullPolicyOf } from './pull-policy';

/** A container of a hardened pod of the app. What its own securityContext says wins, field by field. */
export function hardenedContainer(app: object, container: k8s.Container): k8s.Container {
  return {
    imagePullPolicy: pullPolicyOf(app),
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
