import { existing } from 'cdk8s-tandem';
import { image, type Rows } from './rows';

/** The cluster's own names, which every pod may ask for. */
export const dnsAlone = [
  {
    to: [
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
        podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
      },
    ],
    ports: [
      { port: 53, protocol: 'UDP' },
      { port: 53, protocol: 'TCP' },
    ],
  },
];

const mine = { name: 'mine', emptyDir: {} };

/** Whom a workload without callers lets in. */
export const itself = (name: string) => ({ 'app.kubernetes.io/instance': name });

/** Of what every construct with a pod takes; `pod` is where its template is. */
export function podRows(pod: string, name: string, grace: number, main = name): Rows {
  const container = `${pod}/spec/containers/name=${main}`;
  return {
    initContainers: {
      at: `${pod}/spec/initContainers/name=first`,
      byDefault: undefined,
      sample: [{ name: 'first', image }],
    },
    containers: { at: `${pod}/spec/containers/name=beside`, byDefault: undefined, sample: [{ name: 'beside', image }] },
    volumes: { at: `${pod}/spec/volumes/name=mine`, byDefault: undefined, sample: [mine] },
    volumeMounts: {
      at: `${container}/volumeMounts/name=mine`,
      byDefault: undefined,
      sample: [{ name: 'mine', mountPath: '/mine' }],
      beside: { volumes: [mine] },
    },
    terminationGracePeriodSeconds: { at: `${pod}/spec/terminationGracePeriodSeconds`, byDefault: grace, sample: 200 },
    podAnnotations: { at: `${pod}/metadata/annotations/team`, byDefault: undefined, sample: { team: 'data' } },
    podLabels: { at: `${pod}/metadata/labels/team`, byDefault: undefined, sample: { team: 'data' } },
    nodeSelector: { at: `${pod}/spec/nodeSelector`, byDefault: undefined, sample: { disk: 'ssd' } },
    tolerations: { at: `${pod}/spec/tolerations`, byDefault: undefined, sample: [{ key: 'spot', operator: 'Exists' }] },
    priorityClassName: { at: `${pod}/spec/priorityClassName`, byDefault: undefined, sample: 'high' },
    imagePullSecrets: { at: `${pod}/spec/imagePullSecrets`, byDefault: undefined, sample: [{ name: 'registry' }] },
    serviceAccountName: { at: `${pod}/spec/serviceAccountName`, byDefault: name, sample: 'other' },
    uid: { at: `${pod}/spec/securityContext/runAsUser`, sample: 20000 },
    pod: {
      at: `${pod}/spec/securityContext/fsGroup`,
      byDefault: 10001,
      sample: { securityContext: { fsGroup: 3000 } },
    },
    container: {
      at: `${container}/securityContext/readOnlyRootFilesystem`,
      byDefault: true,
      sample: { securityContext: { readOnlyRootFilesystem: false } },
    },
  };
}

export function fileRows(pod: string): Rows {
  return {
    config: { at: 'ConfigMap/data', byDefault: undefined, sample: { '/etc/tool.conf': 'level = 1' } },
    secretFiles: {
      at: `${pod}/spec/volumes/1`,
      byDefault: undefined,
      sample: { '/run/secrets/password': existing('smtp', 'password') },
    },
    restartToken: {
      at: `${pod}/metadata/annotations/cdk8s-tandem~1restart-token`,
      byDefault: undefined,
      sample: 'again',
    },
  };
}
