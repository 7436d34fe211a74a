import { type App, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { DataApi, Egress, EtlCronJob, EtlJob, type EtlJobProps, existing, Peer, StatefulMongo } from 'cdk8s-tandem';

/** Every option of every construct that changes a manifest, but for custom resources, which a bare cluster refuses. */
export function wholeApp(app: App): void {
  const chart = new Chart(app, 'whole', { namespace: 'whole' });
  const mongo = new StatefulMongo(chart, 'mongo', {
    image: 'mongo:7.0.15',
    database: 'orders',
    storage: '10Gi',
    storageClassName: 'fast',
    resources: { cpu: { request: '500m', limit: '2' }, memory: { request: '2Gi', limit: '2Gi' } },
    spread: 'required',
    disruptionBudget: { maxUnavailable: 1 },
    terminationGracePeriodSeconds: 300,
    allowFrom: [Peer.namespace('backup'), Peer.pods({ app: 'shell' }, 'tools').on(27_017)],
    podAnnotations: { 'example.com/note': 'kept' },
    podLabels: { 'example.com/team': 'data' },
  });
  const plain = new DataApi(chart, 'plain', { image: 'ghcr.io/acme/plain:1.2.3' });
  new DataApi(chart, 'whole', {
    image: 'ghcr.io/acme/whole:1.2.3',
    port: 8080,
    servicePort: 80,
    autoscaling: { minReplicas: 3, maxReplicas: 9, cpu: 60, memory: 80 },
    spread: 'required',
    disruptionBudget: { minAvailable: 2 },
    env: { LOG_LEVEL: 'info', MONGO_URL: mongo.url(), PLAIN_URL: plain.url() },
    command: ['python', '-m', 'whole'],
    resources: { memory: { request: '1Gi', limit: '1Gi' } },
    egress: [Egress.internet(443), Egress.cidr('10.1.0.0/16', 5432)],
    allowFrom: [Peer.namespace('web'), Peer.pods({ app: 'probe' })],
    ingress: {
      host: 'whole.example.com',
      path: '/v1',
      pathType: 'Exact',
      ingressClassName: 'nginx',
      clusterIssuer: 'letsencrypt',
      annotations: { 'nginx.ingress.kubernetes.io/proxy-body-size': '8m' },
    },
    metrics: { path: '/prom', port: 9090, from: Peer.namespace('monitoring') },
    config: { '/etc/whole/logging.ini': '[root]\nlevel = info\n' },
    secretFiles: { '/run/secrets/stripe': existing('stripe', 'api-key') },
    restartToken: '1',
    initContainers: [small('first')],
    containers: [small('beside', probes)],
    volumes: [{ name: 'cache', emptyDir: {} }],
    volumeMounts: [{ name: 'cache', mountPath: '/cache' }],
    nodeSelector: { disk: 'ssd' },
    tolerations: [{ key: 'batch', operator: 'Exists', effect: 'NoSchedule' }],
    priorityClassName: 'important',
    imagePullSecrets: [{ name: 'registry' }],
    uid: 20_000,
    podAnnotations: { 'example.com/note': 'kept' },
    podLabels: { 'example.com/team': 'data' },
  });
  new EtlCronJob(chart, 'load', {
    ...etl(mongo),
    schedule: '15 2 * * *',
    timeZone: 'Europe/Madrid',
    concurrencyPolicy: 'Replace',
    startingDeadlineSeconds: 600,
    successfulJobsHistoryLimit: 1,
    failedJobsHistoryLimit: 1,
    suspend: true,
    checkpoint: { size: '1Gi', mountPath: '/state', storageClassName: 'fast', accessModes: ['ReadWriteOnce'] },
    failJobExitCodes: [3],
    podReplacementPolicy: 'Failed',
  });
  new EtlJob(chart, 'backfill', {
    ...etl(mongo),
    suspend: true,
    shards: 4,
    parallelism: 2,
    backoffLimitPerIndex: 2,
    maxFailedIndexes: 1,
    ttlSecondsAfterFinished: 3600,
  });
}

function etl(mongo: StatefulMongo): EtlJobProps {
  return {
    image: 'ghcr.io/acme/load:1.2.3',
    env: { MONGO_URL: mongo.url() },
    command: ['python', '-m', 'load'],
    resources: { memory: { request: '2Gi', limit: '2Gi' } },
    activeDeadlineSeconds: 3600,
    terminationGracePeriodSeconds: 60,
    egress: [Egress.internet(443)],
    config: { '/etc/load/rules.json': '{}' },
    secretFiles: { '/run/secrets/vendor': existing('vendor', 'login') },
    restartToken: '1',
  };
}

const amounts = Object.fromEntries(
  Object.entries({ cpu: '100m', memory: '64Mi', 'ephemeral-storage': '16Mi' }).map(([name, text]) => [
    name,
    k8s.Quantity.fromString(text),
  ]),
);

function small(name: string, more: object = {}): k8s.Container {
  return { name, image: 'ghcr.io/acme/small:1.2.3', resources: { requests: amounts, limits: amounts }, ...more };
}

const probes = {
  livenessProbe: { exec: { command: ['alive'] } },
  readinessProbe: { exec: { command: ['ready'] } },
};
