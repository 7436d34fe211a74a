import type { Chart } from 'cdk8s';
import { DataApi, Egress, existing, Peer } from 'cdk8s-tandem';
import { objectOf, serviceOf, synthesized } from '../synthesis';

const image = 'ghcr.io/acme/api:1.2.3';
const api = (chart: Chart) => new DataApi(chart, 'api', { image });

describe('in the cluster', () => {
  test('an API is a Deployment of three hardened, probed pods that a rollout never takes away', () => {
    const deployment = objectOf(synthesized(api), 'Deployment', 'api');
    expect(deployment).toMatchObject({
      metadata: { name: 'api', namespace: 'orders' },
      spec: {
        replicas: 3,
        selector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        template: {
          spec: {
            serviceAccountName: 'api',
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            terminationGracePeriodSeconds: 45,
            securityContext: {
              runAsNonRoot: true,
              runAsUser: 10001,
              runAsGroup: 10001,
              fsGroup: 10001,
              fsGroupChangePolicy: 'OnRootMismatch',
              seccompProfile: { type: 'RuntimeDefault' },
            },
            containers: [
              {
                name: 'api',
                image,
                imagePullPolicy: 'Always',
                ports: [{ name: 'http', containerPort: 8000, protocol: 'TCP' }],
                resources: {
                  requests: { cpu: '200m', memory: '256Mi' },
                  limits: { cpu: '500m', memory: '512Mi' },
                },
                securityContext: {
                  allowPrivilegeEscalation: false,
                  capabilities: { drop: ['ALL'] },
                  readOnlyRootFilesystem: true,
                  runAsNonRoot: true,
                },
                startupProbe: {
                  httpGet: { path: '/health', port: 'http' },
                  periodSeconds: 2,
                  timeoutSeconds: 2,
                  failureThreshold: 60,
                },
                livenessProbe: {
                  httpGet: { path: '/health', port: 'http' },
                  initialDelaySeconds: 30,
                  periodSeconds: 10,
                },
                readinessProbe: {
                  httpGet: { path: '/ready', port: 'http' },
                  initialDelaySeconds: 5,
                  periodSeconds: 5,
                },
                volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
              },
            ],
            volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
          },
        },
      },
    });
  });

  test('its Service has the port of its pods', () => {
    expect(objectOf(synthesized(api), 'Service', 'api')?.spec).toEqual({
      selector: { 'app.kubernetes.io/instance': 'api' },
      ports: [{ name: 'http', port: 8000, targetPort: 'http', protocol: 'TCP' }],
    });
  });

  test('it has an account of its own without a token', () => {
    expect(objectOf(synthesized(api), 'ServiceAccount', 'api')).toMatchObject({ automountServiceAccountToken: false });
  });

  test('nobody comes in but its like, who may ask DNS alone, unless something says so', () => {
    expect(objectOf(synthesized(api), 'NetworkPolicy', 'api')?.spec).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } } }],
          ports: [{ port: 8000, protocol: 'TCP' }],
        },
      ],
      egress: [
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
      ],
    });
  });

  test('egress and allowFrom open what they name, on the ports they name', () => {
    const output = synthesized(
      (chart) =>
        new DataApi(chart, 'api', {
          image,
          egress: [Egress.cidr('10.1.2.3/32', 5432)],
          allowFrom: [Peer.ingressController()],
        }),
    );
    expect(objectOf(output, 'NetworkPolicy', 'api')?.spec).toMatchObject({
      ingress: [
        {
          from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } }],
          ports: [{ port: 8000, protocol: 'TCP' }],
        },
      ],
      egress: [{}, { to: [{ ipBlock: { cidr: '10.1.2.3/32' } }], ports: [{ port: 5432, protocol: 'TCP' }] }],
    });
  });
});

describe('on the laptop', () => {
  test('python asks its readiness path, from the day it starts', () => {
    expect(serviceOf(api, 'api').healthcheck).toEqual({
      test: [
        'CMD',
        'python',
        '-c',
        "import http.client, socket; c = http.client.HTTPConnection(socket.gethostname(), 8000, timeout=2); c.request('GET', '/ready'); r = c.getresponse(); print(r.status, r.reason); exit(r.status > 399)",
      ],
      interval: '5s',
      timeout: '2s',
      retries: 3,
      start_period: '120s',
      start_interval: '2s',
    });
  });

  test('it runs as hardened as in the cluster', () => {
    expect(serviceOf(api, 'api')).toMatchObject({
      user: '10001:10001',
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      deploy: { resources: { limits: { cpus: '0.5', memory: '512m' } } },
      memswap_limit: '512m',
      stop_grace_period: '45s',
      tmpfs: ['/tmp:exec,size=64m,gid=10001,mode=2777'],
      restart: 'unless-stopped',
    });
  });

  test('its port is published where the laptop was told so', () => {
    const published = (chart: Chart) => new DataApi(chart, 'api', { image, port: 8080, local: { publish: 9000 } });
    expect(serviceOf(published, 'api').ports).toEqual([{ variable: 'API_PORT', published: 9000, target: 8080 }]);
  });
});

test('a call of one API by another opens the way on both sides, and the called one starts first', () => {
  const output = synthesized((chart) => {
    const prices = new DataApi(chart, 'prices', { image });
    new DataApi(chart, 'api', { image, env: { PRICES: prices.url(), PRICES_HOST: prices.host() } });
  });
  expect(output.rendered.file.services.api).toMatchObject({
    environment: {
      PRICES: 'http://prices.orders.svc.cluster.local:8000',
      PRICES_HOST: 'prices.orders.svc.cluster.local',
    },
    depends_on: { prices: { condition: 'service_healthy' } },
    networks: { api_prices: {} },
  });
  expect(objectOf(output, 'NetworkPolicy', 'api')).toMatchObject({
    spec: { egress: [{}, { to: [{ podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'prices' } } }] }] },
  });
  expect(objectOf(output, 'NetworkPolicy', 'prices')).toMatchObject({
    spec: { ingress: [{ from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'api' } } }] }] },
  });
});

test('connectTo opens the way without a variable', () => {
  const output = synthesized((chart) => {
    const prices = new DataApi(chart, 'prices', { image });
    new DataApi(chart, 'api', { image }).connectTo(prices);
  });
  expect(output.rendered.file.services.api?.depends_on).toEqual({ prices: { condition: 'service_healthy' } });
});

test('a Secret that exists is referred to, and its value on the laptop is in a file that git never sees', () => {
  const output = synthesized(
    (chart) => new DataApi(chart, 'api', { image, env: { STRIPE_KEY: existing('stripe', 'api-key') } }),
  );
  expect(objectOf(output, 'Deployment', 'api')).toMatchObject({
    spec: {
      template: {
        spec: {
          containers: [
            { env: [{ name: 'STRIPE_KEY', valueFrom: { secretKeyRef: { name: 'stripe', key: 'api-key' } } }] },
          ],
        },
      },
    },
  });
  expect(output.rendered.file.services.api?.env_file).toEqual(['./.tandem/env/api.env']);
  expect(output.rendered.file.services.api?.environment).toBeUndefined();
});
