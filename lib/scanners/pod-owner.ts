import { isPlainObject } from '../checks/plain-object';
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

interface Pod {
  readonly containers?: unknown;
  readonly initContainers?: unknown;
  readonly priorityClassName?: unknown;
}

/** An owner of pods that a construct of ours made: undefined for all else. */
export function ourPodOwner(manifest: Manifest): PodOwner | undefined {
  const owner = podOwner(manifest);
  if (!owner || manifest.root.at('metadata', 'labels', 'app.kubernetes.io/managed-by').peek() !== 'cdk8s-tandem')
    return;
  const pod: Pod = Object(manifest.root.at(...owner.template, 'spec').peek());
  const [containers, initContainers] = [containersIn(pod.containers), containersIn(pod.initContainers)];
  return { kind: manifest.kind, spec: Object(manifest.root.at('spec').peek()), pod, containers, initContainers };
}

/** What a patch has put in their place instead is told by whoever reads the pod. */
function containersIn(list: unknown): readonly Container[] {
  return mapsIn(list).map((container) => ({
    ...container,
    env: mapsIn(container.env),
    envFrom: mapsIn(container.envFrom),
  }));
}

function mapsIn(list: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(list) ? list.filter(isPlainObject) : [];
}
