import type { Manifest } from '../manifests/manifest';
import { podOwner } from '../workloads/pod-owners';

/** Of a pod owner what decides about its checks. */
export interface PodOwner {
  readonly kind: string;
  readonly spec: { readonly replicas?: unknown };
  readonly pod: { readonly priorityClassName?: unknown };
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
}

export interface Container {
  readonly name?: string;
  readonly env?: readonly { readonly valueFrom?: { readonly secretKeyRef?: object } }[];
  readonly envFrom?: readonly { readonly secretRef?: object }[];
  readonly livenessProbe?: object;
  readonly readinessProbe?: object;
}

interface Pod extends Partial<Pick<PodOwner, 'containers' | 'initContainers'>> {
  readonly priorityClassName?: unknown;
}

/** An owner of pods that a construct of ours made: undefined for all else. */
export function ourPodOwner(manifest: Manifest): PodOwner | undefined {
  const owner = podOwner(manifest);
  if (!owner || manifest.root.at('metadata', 'labels', 'app.kubernetes.io/managed-by').peek() !== 'cdk8s-tandem')
    return;
  const pod: Pod = Object(manifest.root.at(...owner.template, 'spec').peek());
  const { containers = [], initContainers = [] } = pod;
  return { kind: manifest.kind, spec: Object(manifest.root.at('spec').peek()), pod, containers, initContainers };
}
