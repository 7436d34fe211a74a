import type { k8s } from 'cdk8s-plus-28';

/** What one subject, such as its files, adds to a pod and to its main container. */
export interface PodAddition {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly volumes?: readonly k8s.Volume[];
  readonly volumeMounts?: readonly k8s.VolumeMount[];
}

export function together(additions: readonly PodAddition[]): Required<PodAddition> {
  return {
    annotations: Object.assign({}, ...additions.map(({ annotations }) => annotations)),
    volumes: additions.flatMap(({ volumes = [] }) => volumes),
    volumeMounts: additions.flatMap(({ volumeMounts = [] }) => volumeMounts),
  };
}
