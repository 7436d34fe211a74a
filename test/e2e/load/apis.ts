import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { DataApi, type DataApiProps, type TandemApp } from 'cdk8s-tandem';

export const namespace = 'load';
export const sources = 'test/e2e/load/image';

/** What the APIs answer with: another value rolls their pods. */
export interface Answered {
  /** In a variable of `api`, `hasty` and `warned`. */
  readonly version: string;
  /** In a file of `configured`. */
  readonly greeting: string;
}

/** Some that differ by one thing each, and the client, which the policies admit for its references. */
export function loadedApis(app: TandemApp, { version, greeting }: Answered): void {
  const chart = new Chart(app, 'load', { namespace });
  const api = (name: string, more: Partial<DataApiProps>) => new DataApi(chart, name, { ...common, ...more });
  const env = { VERSION: version };
  new k8s.KubeHorizontalPodAutoscalerV2(chart, 'autoscaler', autoscaler);
  new DataApi(chart, 'client', {
    ...common,
    ...idle,
    env: {
      API_URL: api('api', { env }).url(),
      CONFIGURED_URL: api('configured', { config: { '/etc/api/greeting.txt': greeting } }).url(),
      HASTY_URL: api('hasty', { env, lifecycle: { preStop: 'none' } }).url(),
      WARNED_URL: api('warned', { ...warned, env: { ...env, DROPS: 'yes' } }).url(),
      SCALED_URL: api('scaled', scaled).url(),
    },
  });
}

const common: DataApiProps = {
  image: 'ghcr.io/acme/loaded-api:1.0.0',
  // The fewest of which one may go: then each has half of the requests.
  replicas: 2,
  env: { VERSION: '1' },
  config: { '/etc/api/greeting.txt': 'hello' },
  // All of them, and one more of each during a rollout, fit on a node with two processors.
  resources: { cpu: { request: '50m' } },
  local: { build: sources },
};

/** Of itself it drops kept connections when it ends: a hook lets it say so beforehand, while it waits. */
const warned: Partial<DataApiProps> = {
  lifecycle: { preStop: { httpGet: { path: '/drain', port: 'http' } } },
  drainSeconds: 40,
};

/** Fifty requests a second are more than one pod of it is to answer, and it does not wait for more of them to come. */
const scaled: Partial<DataApiProps> = { replicas: undefined, resources: { cpu: { request: '20m' } } };

const autoscaler: k8s.KubeHorizontalPodAutoscalerV2Props = {
  metadata: { name: 'scaled' },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'scaled' },
    minReplicas: 1,
    maxReplicas: 2,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
    behavior: { scaleDown: { stabilizationWindowSeconds: 0 } },
  },
};

/** Nobody asks the client anything, and it may have all that is left of the node. */
const idle: Partial<DataApiProps> = {
  command: ['sh', '-c', 'trap exit TERM; while :; do sleep 1; done'],
  replicas: 1,
  startupProbe: 'none',
  livenessProbe: 'none',
  readinessProbe: 'none',
  lifecycle: { preStop: 'none' },
  resources: { cpu: { request: '50m', limit: 'none' } },
};
