import { everySelector, requirements } from './selectors';

/** All that a pod says of where it is placed. */
export const placed = {
  nodeName: 'node-1',
  nodeSelector: { disk: 'fast' },
  schedulerName: 'own',
  schedulingGates: [{ name: 'acme.example/ready' }],
  schedulingGroup: { podGroupName: 'group' },
  tolerations: [{ key: 'a', operator: 'Equal', value: 'b', effect: 'NoExecute', tolerationSeconds: 5 }],
  priority: 1,
  priorityClassName: 'high',
  preemptionPolicy: 'Never',
  overhead: { cpu: '10m', memory: '1Mi' },
  affinity: { nodeAffinity: ofNodes(), podAffinity: ofPods(), podAntiAffinity: ofPods() },
  topologySpreadConstraints: [...selecting({ matchLabelKeys: ['pod-template-hash'] })].map((more) => ({
    maxSkew: 1,
    minDomains: 2,
    topologyKey: 'zone',
    whenUnsatisfiable: 'DoNotSchedule',
    nodeAffinityPolicy: 'Honor',
    nodeTaintsPolicy: 'Ignore',
    ...more,
  })),
};

/** The same, empty, as charts say it that were given nothing. */
export const placedAnywhere: readonly object[] = [
  {
    nodeSelector: {},
    tolerations: [],
    topologySpreadConstraints: [],
    schedulingGates: [],
    affinity: {},
    overhead: {},
  },
  { affinity: { nodeAffinity: {}, podAffinity: {}, podAntiAffinity: {} } },
  {
    affinity: {
      nodeAffinity: { ...both({}, []) },
      podAffinity: { ...both([], []) },
      podAntiAffinity: { ...both([], []) },
    },
  },
  { affinity: { nodeAffinity: both({ nodeSelectorTerms: [] }, [{ weight: 1, preference: {} }]) } },
];

function both(required: object, preferred: object) {
  return {
    requiredDuringSchedulingIgnoredDuringExecution: required,
    preferredDuringSchedulingIgnoredDuringExecution: preferred,
  };
}

function ofNodes() {
  const terms = [{ matchExpressions: requirements('disk'), matchFields: requirements('metadata.name') }];
  return both(
    { nodeSelectorTerms: terms },
    terms.map((preference) => ({ weight: 1, preference })),
  );
}

function ofPods() {
  const terms = selecting({ matchLabelKeys: ['a'], mismatchLabelKeys: ['b'], namespaces: ['other'] }).map(
    (selector) => ({ topologyKey: 'zone', namespaceSelector: selector.labelSelector, ...selector }),
  );
  return both(
    [...terms, { topologyKey: 'zone', namespaces: [] }],
    [...terms, { topologyKey: 'zone', namespaces: [] }].map((podAffinityTerm) => ({ weight: 1, podAffinityTerm })),
  );
}

function selecting(more: object) {
  return everySelector('a').map((labelSelector) => ({ labelSelector, ...more }));
}
