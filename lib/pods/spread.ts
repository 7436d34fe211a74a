import type { k8s } from 'cdk8s-plus-28';

/** How far pods keep from each other: where possible, in any case, or not at all. */
export type Spread = 'preferred' | 'required' | 'none';

export type SpreadSpec = Pick<k8s.PodSpec, 'affinity' | 'topologySpreadConstraints'>;

/**
 * Over zones where there are any, and over nodes. A Deployment tells its pods apart by revision (its `revisionLabel`):
 * else a rollout, which has one pod more, would find no node for it.
 */
export function spreadOver(
  matchLabels: Readonly<Record<string, string>>,
  spread: Spread,
  revisionLabel?: string,
): SpreadSpec {
  if (spread === 'none') return {};
  const labelSelector = { matchLabels };
  const constraint = { labelSelector, maxSkew: 1, ...(revisionLabel && { matchLabelKeys: [revisionLabel] }) };
  const whenUnsatisfiable = spread === 'required' && revisionLabel ? 'DoNotSchedule' : 'ScheduleAnyway';
  return {
    affinity: { podAntiAffinity: antiAffinity(labelSelector, spread === 'required' && !revisionLabel) },
    topologySpreadConstraints: [
      { ...constraint, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' },
      // A node that takes none of these pods is not counted: it would keep the others from taking a second.
      { ...constraint, topologyKey: hostname, nodeTaintsPolicy: 'Honor', whenUnsatisfiable },
    ],
  };
}

const hostname = 'kubernetes.io/hostname';

function antiAffinity(labelSelector: k8s.LabelSelector, required: boolean): k8s.PodAntiAffinity {
  const podAffinityTerm = { labelSelector, topologyKey: hostname };
  return required
    ? { requiredDuringSchedulingIgnoredDuringExecution: [podAffinityTerm] }
    : { preferredDuringSchedulingIgnoredDuringExecution: [{ podAffinityTerm, weight: 100 }] };
}
