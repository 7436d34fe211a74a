import { type Check, containersOf, exempt, type Json, ofKind, ofPods, podsOf, selects } from './asks';

/** Of who reaches whom. */
export const networkChecks: readonly Check[] = [
  ofKind('StatefulSet', 'kube-score statefulset-has-servicename', ({ spec }, all) =>
    all.some(
      (other) =>
        other.kind === 'Service' &&
        other.metadata.name === spec.serviceName &&
        other.spec.clusterIP === 'None' &&
        selects(other.spec.selector, spec.template.metadata.labels),
    ),
  ),
  ofPods('polaris missingNetworkPolicy, kube-score pod-networkpolicy, C-0030 C-0054', (_, __, labels, all) =>
    all.some(({ kind, spec }) => {
      const matched = Object.entries(spec?.podSelector?.matchLabels ?? {}).filter(
        ([key, value]) => labels[key] === value,
      );
      return (
        kind === 'NetworkPolicy' &&
        matched.length === 1 &&
        spec.ingress?.length > 0 &&
        spec.egress?.length > 0 &&
        ['Ingress', 'Egress'].every((type) => spec.policyTypes?.includes(type))
      );
    }),
  ),
  ofKind('NetworkPolicy', 'KSV-0038, kube-score networkpolicy-targets-pod, C-0299', ({ spec }, all) =>
    podsOf(all).some(({ labels }) => selects(spec.podSelector?.matchLabels, labels)),
  ),
  ofKind('Service', 'kube-linter dangling-service, kube-score service-targets-pod, C-0293', ({ spec }, all) =>
    podsOf(all).some(
      (pod) =>
        selects(spec.selector, pod.labels) &&
        spec.ports.every(({ targetPort, port }: Json) =>
          containersOf(pod.spec).some(({ ports = [] }) =>
            ports.some(({ name, containerPort }: Json) => [name, containerPort].includes(targetPort ?? port)),
          ),
        ),
    ),
  ),
  ofKind(
    'Service',
    'kube-score service-type, KSV-0108',
    ({ spec: { type = 'ClusterIP', externalIPs } }) => type === 'ClusterIP' && !externalIPs,
  ),
  ofKind('Ingress', 'kube-score ingress-targets-service, C-0298', ({ spec }, all) =>
    spec.rules.every(({ http }: Json) =>
      http.paths.every(({ backend: { service } }: Json) =>
        all.some(
          (other) =>
            other.kind === 'Service' &&
            other.metadata.name === service.name &&
            other.spec.ports.some(({ name, port }: Json) =>
              [name, port].includes(service.port.name ?? service.port.number),
            ),
        ),
      ),
    ),
  ),
  ofKind(
    'Ingress',
    'polaris tlsSettingsMissing',
    (object) => object.spec.tls?.length > 0 || exempt(object, 'tlsSettingsMissing'),
  ),
  ofKind('Ingress', 'KCV-0093, CKV_K8S_152 153 154, C-0059', ({ metadata }) =>
    Object.keys(metadata.annotations ?? {}).every((key) => !key.endsWith('-snippet')),
  ),
];
