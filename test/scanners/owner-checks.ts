import { type Check, exempt, failing, type Json, ofKind, selects, templateOf } from './asks';

/** Of what makes pods, counts them and keeps them. */
export const ownerChecks: readonly Check[] = [
  ofKind(
    'Deployment StatefulSet CronJob Job',
    'C-0076',
    (object) => hasUsualLabel(object.metadata.labels) && hasUsualLabel(templateOf(object).metadata.labels),
  ),
  ofKind('ServiceAccount', 'C-0034 C-0261', (account) => account.automountServiceAccountToken === false),
  ofKind(
    'Deployment',
    'polaris deploymentMissingReplicas',
    (object) => object.spec.replicas >= 2 || exempt(object, 'deploymentMissingReplicas'),
  ),
  ofKind(
    'HorizontalPodAutoscaler',
    'polaris hpaMinAvailability hpaMaxAvailability',
    ({ spec }) => spec.minReplicas >= 2 && spec.maxReplicas > spec.minReplicas,
  ),
  ofKind(
    'Deployment',
    'kube-score deployment-targeted-by-hpa-does-not-have-replicas-configured',
    ({ metadata, spec }, all) => {
      const scaled = all.some((other) => other.spec?.scaleTargetRef?.name === metadata.name);
      return !scaled || spec.replicas === undefined;
    },
  ),
  ofKind(
    'Deployment StatefulSet',
    'polaris missingPodDisruptionBudget, kube-score has-poddisruptionbudget',
    ({ spec }, all) =>
      all.some(
        (other) =>
          other.kind === 'PodDisruptionBudget' &&
          selects(other.spec.selector?.matchLabels, spec.template.metadata.labels),
      ),
  ),
  ofKind(
    'PodDisruptionBudget',
    'polaris pdbDisruptionsIsZero, kube-linter pdb-max-unavailable pdb-unhealthy-pod-eviction-policy',
    ({ spec }) => spec.maxUnavailable !== 0 && spec.unhealthyPodEvictionPolicy === 'AlwaysAllow',
  ),
  ofKind('Deployment StatefulSet', 'kube-linter no-anti-affinity, kube-score host-podantiaffinity', ({ spec }) => {
    const {
      preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
      requiredDuringSchedulingIgnoredDuringExecution: required = [],
    } = spec.template.spec.affinity?.podAntiAffinity ?? {};
    const terms = [...required, ...preferred.map(({ podAffinityTerm }: Json) => podAffinityTerm)];
    return terms.some(
      ({ topologyKey, labelSelector }) =>
        topologyKey === 'kubernetes.io/hostname' && selects(labelSelector?.matchLabels, spec.template.metadata.labels),
    );
  }),
  ofKind('Deployment', 'kube-score deployment-strategy', ({ spec }) => spec.strategy?.type === 'RollingUpdate'),
  ...(['liveness', 'readiness'] as const).map((probe) =>
    ofKind(
      'Deployment StatefulSet',
      `polaris ${probe}ProbeMissing`,
      (object) =>
        exempt(object, `${probe}ProbeMissing`) ||
        object.spec.template.spec.containers.every((container: Json) => container[`${probe}Probe`]),
    ),
  ),
  ofKind('Deployment StatefulSet', 'kube-linter mismatching-selector, C-0296', ({ spec }) =>
    selects(spec.selector?.matchLabels, spec.template.metadata.labels),
  ),
  ofKind(
    'Deployment StatefulSet CronJob Job',
    'polaris metadataAndInstanceMismatched',
    ({ metadata }) => metadata.labels?.['app.kubernetes.io/instance'] === metadata.name,
  ),
  {
    ids: 'KSV-0110 0037, C-0061 C-0212, CKV_K8S_21',
    found: ({ kind, metadata }) =>
      failing(
        kind === 'Namespace' || ![undefined, 'default', 'kube-system'].includes(metadata.namespace),
        metadata.name,
      ),
  },
  ofKind('CronJob', 'kube-score cronjob-has-deadline', ({ spec }) => spec.startingDeadlineSeconds > 10),
  ofKind(
    'CronJob',
    'kube-linter job-ttl-seconds-after-finished',
    ({ spec }) => spec.jobTemplate.spec.ttlSecondsAfterFinished === undefined,
  ),
  ofKind('Job', 'kube-linter job-ttl-seconds-after-finished', ({ spec }) => spec.ttlSecondsAfterFinished > 0),
];

/** By the list that Kubescape comes with. */
function hasUsualLabel(labels: Json): boolean {
  return ['app', 'tier', 'phase', 'version', 'owner', 'env'].some((label) => Object.hasOwn(labels ?? {}, label));
}
