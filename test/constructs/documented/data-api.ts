import { DataApi, Egress, Peer } from 'cdk8s-tandem';
import { localRows } from './local-rows';
import { dnsAlone, fileRows, itself, podRows } from './pod-rows';
import { image, type Rows, type Table } from './rows';

const spec = 'Deployment/spec';
const pod = `${spec}/template`;
const container = `${pod}/spec/containers/name=api`;
const ingress = 'Ingress/spec';
const rule = `${ingress}/rules/0`;
const scaler = 'HorizontalPodAutoscaler/spec';
const admitted = 'NetworkPolicy/spec/ingress';

const resources = {
  requests: { cpu: '200m', memory: '256Mi', 'ephemeral-storage': '64Mi' },
  limits: { cpu: '500m', memory: '512Mi', 'ephemeral-storage': '256Mi' },
};

const scaling: Rows = {
  autoscaling: { at: scaler, byDefault: undefined, sample: {} },
  'autoscaling.minReplicas': { at: `${scaler}/minReplicas`, sample: 3 },
  'autoscaling.maxReplicas': { at: `${scaler}/maxReplicas`, sample: 20 },
  'autoscaling.cpu': { at: `${scaler}/metrics/0/containerResource/target/averageUtilization`, sample: 50 },
  'autoscaling.memory': { at: `${scaler}/metrics/1`, byDefault: undefined, sample: 80 },
  'autoscaling.behavior': {
    at: `${scaler}/behavior`,
    byDefault: {
      scaleUp: {
        stabilizationWindowSeconds: 0,
        selectPolicy: 'Max',
        policies: [
          { type: 'Percent', value: 100, periodSeconds: 30 },
          { type: 'Pods', value: 4, periodSeconds: 30 },
        ],
      },
      scaleDown: { stabilizationWindowSeconds: 300, policies: [{ type: 'Percent', value: 25, periodSeconds: 60 }] },
    },
    sample: { scaleDown: { selectPolicy: 'Disabled' } },
  },
};

const inTheWorld: Rows = {
  ingress: { at: ingress, byDefault: undefined, sample: { host: 'api.example.org' } },
  'ingress.host': { at: `${rule}/host`, sample: 'other.example.org' },
  'ingress.path': { at: `${rule}/http/paths/0/path`, sample: '/v1' },
  'ingress.pathType': { at: `${rule}/http/paths/0/pathType`, sample: 'Exact' },
  'ingress.ingressClassName': { at: `${ingress}/ingressClassName`, byDefault: undefined, sample: 'nginx' },
  'ingress.tlsSecretName': { at: `${ingress}/tls/0/secretName`, byDefault: 'api-tls', sample: 'certificate' },
  'ingress.clusterIssuer': {
    at: 'Ingress/metadata/annotations/cert-manager.io~1cluster-issuer',
    byDefault: undefined,
    sample: 'letsencrypt',
  },
  'ingress.annotations': { at: 'Ingress/metadata/annotations', byDefault: undefined, sample: { team: 'data' } },
  'ingress.controller': {
    at: `${admitted}/0/from/0/namespaceSelector/matchLabels`,
    byDefault: { 'kubernetes.io/metadata.name': 'ingress-nginx' },
    sample: Peer.ingressController('traefik'),
  },
  'ingress.insecureHttp': {
    at: `${ingress}/tls`,
    byDefault: [{ hosts: ['api.example.org'], secretName: 'api-tls' }],
    sample: 'for a try',
  },
};

const route = 'HTTPRoute/spec';
const byGateway: Rows = {
  httpRoute: {
    at: route,
    byDefault: undefined,
    sample: { parentRefs: [{ name: 'public', namespace: 'gateways' }], hostnames: ['api.example.org'] },
  },
  'httpRoute.parentRefs': { at: `${route}/parentRefs`, sample: [{ name: 'inner' }] },
  'httpRoute.hostnames': { at: `${route}/hostnames`, sample: ['other.example.org'] },
  'httpRoute.path': { at: `${route}/rules/0/matches/0/path/value`, sample: '/v1' },
  'httpRoute.pathType': { at: `${route}/rules/0/matches/0/path/type`, sample: 'Exact' },
  'httpRoute.from': {
    at: `${admitted}/0/from/0/namespaceSelector/matchLabels`,
    byDefault: { 'kubernetes.io/metadata.name': 'gateways' },
    sample: Peer.namespace('envoy-gateway-system'),
  },
};

const measured: Rows = {
  metrics: { at: `${pod}/metadata/annotations/prometheus.io~1scrape`, byDefault: undefined, sample: {} },
  'metrics.path': { at: `${pod}/metadata/annotations/prometheus.io~1path`, sample: '/prometheus' },
  'metrics.port': { at: `${pod}/metadata/annotations/prometheus.io~1port`, byDefault: '8000', sample: 9090 },
  'metrics.kind': { at: 'ServiceMonitor/kind', byDefault: undefined, sample: 'serviceMonitor' },
  'metrics.labels': {
    at: 'ServiceMonitor/metadata/labels/release',
    byDefault: undefined,
    sample: { release: 'stack' },
    beside: { metrics: { kind: 'serviceMonitor' } },
  },
  'metrics.from': {
    at: `${admitted}/0/from/0/namespaceSelector/matchLabels`,
    byDefault: { 'kubernetes.io/metadata.name': 'monitoring' },
    sample: Peer.namespace('observability'),
  },
};

const asked = { path: '/health', port: 'http' };
const probes: Rows = {
  livenessPath: { at: `${container}/livenessProbe/httpGet/path`, sample: '/alive' },
  readinessPath: { at: `${container}/readinessProbe/httpGet/path`, sample: '/steady' },
  startupProbe: {
    at: `${container}/startupProbe`,
    byDefault: { httpGet: asked, timeoutSeconds: 2, periodSeconds: 2, failureThreshold: 60 },
    sample: 'none',
  },
  livenessProbe: {
    at: `${container}/livenessProbe`,
    byDefault: { httpGet: asked, timeoutSeconds: 2, initialDelaySeconds: 30, periodSeconds: 10, failureThreshold: 6 },
    sample: { failureThreshold: 9 },
  },
  readinessProbe: {
    at: `${container}/readinessProbe`,
    byDefault: {
      httpGet: { path: '/ready', port: 'http' },
      timeoutSeconds: 2,
      initialDelaySeconds: 5,
      periodSeconds: 5,
      failureThreshold: 3,
    },
    sample: { tcpSocket: { port: 8000 } },
  },
};

const comingAndGoing: Rows = {
  lifecycle: {
    at: `${container}/lifecycle`,
    byDefault: { preStop: { sleep: { seconds: 10 } } },
    sample: { preStop: 'none' },
  },
  drainSeconds: { at: `${pod}/spec/terminationGracePeriodSeconds`, byDefault: 45, sample: 60 },
  strategy: {
    at: `${spec}/strategy`,
    byDefault: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    sample: { type: 'Recreate' },
  },
  minReadySeconds: { at: `${spec}/minReadySeconds`, sample: 0 },
  progressDeadlineSeconds: { at: `${spec}/progressDeadlineSeconds`, sample: 600 },
  revisionHistoryLimit: { at: `${spec}/revisionHistoryLimit`, sample: 2 },
};

export const dataApi: Table = {
  make: (chart, props) => new DataApi(chart, 'api', props),
  minimal: { image },
  rows: {
    image: { at: `${container}/image`, sample: 'ghcr.io/acme/other:1.2.3' },
    port: { at: `${container}/ports/name=http/containerPort`, sample: 9000 },
    servicePort: { at: 'Service/spec/ports/name=http/port', byDefault: 8000, sample: 80 },
    replicas: { at: `${spec}/replicas`, sample: 5 },
    ...scaling,
    spread: {
      at: `${pod}/spec/topologySpreadConstraints/1/whenUnsatisfiable`,
      byDefault: 'ScheduleAnyway',
      sample: 'required',
    },
    disruptionBudget: {
      at: 'PodDisruptionBudget/spec',
      byDefault: {
        maxUnavailable: 1,
        selector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } },
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
      sample: 'none',
    },
    env: { at: `${container}/env`, byDefault: [], sample: { LEVEL: 'debug' } },
    command: { at: `${container}/command`, byDefault: undefined, sample: ['serve'] },
    resources: { at: `${container}/resources`, byDefault: resources, sample: { cpu: { limit: 'none' } } },
    egress: { at: 'NetworkPolicy/spec/egress', byDefault: dnsAlone, sample: [Egress.internet(443)] },
    allowFrom: {
      at: `${admitted}/0/from/0/podSelector/matchLabels`,
      byDefault: itself('api'),
      sample: [Peer.namespace('web')],
    },
    ...inTheWorld,
    ...byGateway,
    ...measured,
    ...probes,
    ...comingAndGoing,
    local: { at: 'compose/services/api/ports', byDefault: undefined, sample: { publish: 8000 }, least: {} },
    ...localRows('compose/services/api'),
    'local.healthCheck': { at: 'compose/services/api/healthcheck/test/1', byDefault: 'python', sample: 'curl' },
    'local.scheduleLocally': { refused: 'local.scheduleLocally', sample: true },
    ...podRows(pod, 'api', 45),
    ...fileRows(pod),
  },
};
