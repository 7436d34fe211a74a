import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { podOwner } from '../workloads/pod-owners';
import { type Part, partAt, partsAt } from './part';

/** The pod of an owner, to be peeked at: what a rule looks at is not carried to the laptop by that. */
export interface PodSpec {
  readonly manifest: Manifest;
  /** Whether a construct of ours made it. */
  readonly isOurs: boolean;
  /** Of the pod's template. */
  readonly metadata: Part;
  readonly spec: Part;
  readonly initContainers: readonly Part[];
  /** All there are, the init containers first. */
  readonly containers: readonly Part[];
  readonly volumes: readonly Part[];
  /** The volumes, and the sources of those that are made of several. */
  readonly sources: readonly Part[];
}

export function podSpecs(manifests: readonly Manifest[]): readonly PodSpec[] {
  return manifests.flatMap((manifest) => {
    const owner = podOwner(manifest);
    return owner ? [podSpec(manifest, manifest.root.at(...owner.template))] : [];
  });
}

export function isOurs({ object }: Manifest): boolean {
  const { labels } = Object(object.metadata);
  return Object(labels)['app.kubernetes.io/managed-by'] === 'cdk8s-tandem';
}

function podSpec(manifest: Manifest, template: Field): PodSpec {
  const spec = partAt(template.at('spec'));
  const initContainers = partsAt(spec.field.at('initContainers'));
  const volumes = partsAt(spec.field.at('volumes'));
  const several = volumes.filter(({ said }) => said.projected);
  return {
    manifest,
    isOurs: isOurs(manifest),
    metadata: partAt(template.at('metadata')),
    spec,
    initContainers,
    containers: [...initContainers, ...partsAt(spec.field.at('containers'))],
    volumes,
    sources: [...volumes, ...several.flatMap(({ field }) => partsAt(field.at('projected', 'sources')))],
  };
}
