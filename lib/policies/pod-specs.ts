import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { podOwner } from '../workloads/pod-owners';

/** The pod of an owner, to be peeked at: what a rule looks at is not carried to the laptop by that. */
export interface PodSpec {
  readonly manifest: Manifest;
  /** Of the pod's template. */
  readonly metadata: Field;
  readonly spec: Field;
}

export function podSpecs(manifests: readonly Manifest[]): readonly PodSpec[] {
  return manifests.flatMap((manifest) => {
    const owner = podOwner(manifest);
    if (!owner) return [];
    const template = manifest.root.at(...owner.template);
    return [{ manifest, metadata: template.at('metadata'), spec: template.at('spec') }];
  });
}

export function isOurs({ root }: Manifest): boolean {
  return root.at('metadata', 'labels', 'app.kubernetes.io/managed-by').peek() === 'cdk8s-tandem';
}

export function containersIn(spec: Field): readonly Field[] {
  return ['initContainers', 'containers'].flatMap((list) => spec.at(list).peekItems());
}

/** Its volumes, and the sources of those that are made of several. */
export function volumeParts(spec: Field): readonly Field[] {
  const volumes = spec.at('volumes').peekItems();
  return [...volumes, ...volumes.flatMap((volume) => volume.at('projected', 'sources').peekItems())];
}
