import { below, requirement, selectorAt } from './patterns';
import { oneMachine, type Reason } from './reason';

const kinds = ['pod'];

const lists = {
  required: 'requiredDuringSchedulingIgnoredDuringExecution',
  preferred: 'preferredDuringSchedulingIgnoredDuringExecution',
};

/** Where a pod is placed, and before whom. */
export const reasonsOfScheduling: readonly Reason[] = [
  {
    kinds,
    fields: [
      ...below(
        'spec',
        'nodeName',
        'nodeSelector',
        'nodeSelector/*',
        'schedulerName',
        'schedulingGates/*/name',
        'schedulingGroup/podGroupName',
      ),
      ...below('spec', 'tolerations', 'topologySpreadConstraints', 'schedulingGates', 'affinity'),
      ...below('spec/tolerations/*', 'key', 'operator', 'value', 'effect', 'tolerationSeconds'),
      ...nodeAffinity('spec/affinity/nodeAffinity'),
      ...podAffinity('spec/affinity/podAffinity'),
      ...podAffinity('spec/affinity/podAntiAffinity'),
      ...spread('spec/topologySpreadConstraints/*'),
    ],
    ...oneMachine,
  },
  {
    kinds,
    fields: below('spec', 'priority', 'priorityClassName', 'preemptionPolicy'),
    reason: 'who makes room for whom when a cluster is full: a laptop runs all of them',
    means: 'nothing',
  },
  {
    kinds,
    fields: below('spec', 'overhead', 'overhead/*'),
    reason: 'what a cluster counts for the runtime when it looks for room',
    means: 'nothing',
  },
];

function nodeAffinity(place: string): readonly string[] {
  const term = (at: string) =>
    ['matchExpressions', 'matchFields'].flatMap((list) => below(`${at}/${list}/*`, ...requirement));
  return [
    place,
    ...below(place, lists.required, `${lists.required}/nodeSelectorTerms`, lists.preferred),
    ...term(`${place}/${lists.required}/nodeSelectorTerms/*`),
    ...below(`${place}/${lists.preferred}/*`, 'weight', 'preference'),
    ...term(`${place}/${lists.preferred}/*/preference`),
  ];
}

function podAffinity(place: string): readonly string[] {
  const term = (at: string) => [
    ...below(at, 'topologyKey', 'namespaces', 'namespaces/*', 'matchLabelKeys/*', 'mismatchLabelKeys/*'),
    ...['labelSelector', 'namespaceSelector'].flatMap((selector) => selectorAt(`${at}/${selector}`)),
  ];
  return [
    place,
    ...below(place, lists.required, lists.preferred),
    ...term(`${place}/${lists.required}/*`),
    ...below(`${place}/${lists.preferred}/*`, 'weight'),
    ...term(`${place}/${lists.preferred}/*/podAffinityTerm`),
  ];
}

function spread(place: string): readonly string[] {
  return [
    ...below(place, 'maxSkew', 'minDomains', 'topologyKey', 'whenUnsatisfiable', 'matchLabelKeys/*'),
    ...below(place, 'nodeAffinityPolicy', 'nodeTaintsPolicy'),
    ...selectorAt(`${place}/labelSelector`),
  ];
}
