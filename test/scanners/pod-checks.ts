import { type Check, either, exempt, failing, type Json, jobs, ofContainers, ofPods, templateOf } from './asks';

/** Of pods and their containers, whoever owns them. */
export const podChecks: readonly Check[] = [
  ofContainers('polaris runAsRootAllowed, kube-linter run-as-non-root, KSV-0012, C-0013', (container, spec) =>
    [container.securityContext, spec.securityContext].every((context) => context?.runAsNonRoot === true),
  ),
  ofContainers('KSV-0020, KSV-0021, CKV_K8S_40', (container, spec) =>
    ['runAsUser', 'runAsGroup'].every((field) => either(container, spec, field) > 10_000),
  ),
  ofPods('KSV-0116', ({ securityContext: { fsGroup, supplementalGroups = [] } = {} as Json }) =>
    [fsGroup, ...supplementalGroups].every((group) => group > 0),
  ),
  ofContainers(
    'polaris privilegeEscalationAllowed, kube-linter privilege-escalation-container, KSV-0001, C-0016',
    ({ securityContext }) => securityContext?.allowPrivilegeEscalation === false,
  ),
  ofContainers(
    'polaris runAsPrivileged, kube-linter privileged-container, KSV-0017, C-0057',
    ({ securityContext }) => securityContext?.privileged === false,
  ),
  ofContainers(
    'polaris notReadOnlyRootFilesystem, kube-linter no-read-only-root-fs, KSV-0014, C-0017',
    ({ securityContext }) => securityContext?.readOnlyRootFilesystem === true,
  ),
  ofContainers(
    'polaris insecureCapabilities linuxHardening, kube-linter drop-net-raw-capability, KSV-0003 0004 0106, C-0046',
    ({ securityContext }) => securityContext?.capabilities?.drop?.includes('ALL') && !securityContext.capabilities.add,
  ),
  ofPods(
    'KSV-0030 0104, C-0055, CKV_K8S_31',
    ({ securityContext }) => securityContext?.seccompProfile?.type === 'RuntimeDefault',
  ),
  ofPods('polaris hostNetworkSet hostPIDSet hostIPCSet, KSV-0008 0009 0010, C-0038 0041', (spec) =>
    ['hostNetwork', 'hostPID', 'hostIPC'].every((field) => !spec[field]),
  ),
  ofContainers('polaris hostPortSet, KSV-0024 0117, kube-linter ssh-port, C-0042 C-0044', ({ ports = [] }) =>
    ports.every(({ hostPort, containerPort }: Json) => !hostPort && containerPort >= 1024),
  ),
  ofPods('KSV-0007', ({ hostAliases }) => !hostAliases),
  ofPods(
    'polaris automountServiceAccountToken, KSV-0036, C-0034, CKV_K8S_38',
    ({ automountServiceAccountToken }) => automountServiceAccountToken === false,
  ),
  ofPods('kube-linter non-existent-service-account, CKV_K8S_41', ({ serviceAccountName }, _, __, all) =>
    all.some(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === serviceAccountName),
  ),
  ofContainers('polaris tagNotSpecified, kube-linter latest-tag, KSV-0013, CKV_K8S_14 CKV_K8S_43', ({ image }) =>
    /:(?!latest)[^:@/]+@sha256:[0-9a-f]{64}$/.test(image),
  ),
  ofContainers('polaris pullPolicyNotAlways, CKV_K8S_15', ({ imagePullPolicy }) => imagePullPolicy === 'Always'),
  ofContainers(
    'polaris cpu and memory, kube-linter unset-cpu-requirements unset-memory-requirements, KSV-0011 0015 0016 0018, C-0270',
    ({ resources: { requests, limits } = {} as Json }) =>
      requests?.cpu && requests.memory && limits?.cpu && limits.memory,
  ),
  ofContainers('kube-score container-ephemeral-storage-request-and-limit', ({ resources }) =>
    ['requests', 'limits'].every((side) => resources?.[side]?.['ephemeral-storage']),
  ),
  ofPods(
    'polaris topologySpreadConstraint',
    ({ topologySpreadConstraints = [] }, kind) => jobs.includes(kind) || topologySpreadConstraints.length > 0,
  ),
  ofContainers(
    'kube-score pod-probes-identical',
    ({ livenessProbe, readinessProbe }) =>
      !livenessProbe ||
      JSON.stringify(livenessProbe.httpGet ?? livenessProbe) !==
        JSON.stringify(readinessProbe?.httpGet ?? readinessProbe),
  ),
  ofContainers('kube-linter liveness-port readiness-port startup-port', ({ ports = [], ...container }) =>
    ['livenessProbe', 'readinessProbe', 'startupProbe']
      .flatMap((probe) => container[probe]?.httpGet?.port ?? container[probe]?.tcpSocket?.port ?? [])
      .every((port) => ports.some(({ name, containerPort }: Json) => [name, containerPort].includes(port))),
  ),
  {
    ids: 'polaris priorityClassNotSet',
    found: (object) => {
      const spec = templateOf(object)?.spec;
      const ok = !spec || spec.priorityClassName || exempt(object, 'priorityClassNotSet');
      return failing(ok, object.metadata.name);
    },
  },
  ofPods(
    'kube-score cronjob-restartpolicy',
    ({ restartPolicy }, kind) => !jobs.includes(kind) || ['OnFailure', 'Never'].includes(restartPolicy),
  ),
  ofContainers(
    'kube-linter duplicate-env-var, C-0295',
    ({ env = [] }) => new Set(env.map(({ name }: Json) => name)).size === env.length,
  ),
  ofContainers('kube-linter invalid-target-ports', ({ ports = [] }) =>
    ports.every(({ name }: Json) => /^(?=.*[a-z])[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/.test(name ?? '')),
  ),
];
