import type { Json } from './asks';

const metadata = {
  name: 'wrong',
  namespace: 'default',
  annotations: { 'nginx.ingress.kubernetes.io/server-snippet': '' },
};
const asked = { httpGet: { path: '/', port: 'nowhere' } };

const pod = {
  hostNetwork: true,
  hostAliases: [],
  securityContext: { fsGroup: 0 },
  restartPolicy: 'Always',
  volumes: [{ name: 'node', hostPath: { path: '/' } }],
  containers: [
    {
      name: 'wrong',
      image: 'wrong',
      ports: [{ containerPort: 22 }],
      livenessProbe: asked,
      readinessProbe: asked,
      env: [
        { name: 'PASSWORD', value: 'open' },
        { name: 'PASSWORD', value: 'open' },
      ],
    },
    { name: 'beside', image: 'beside' },
  ],
};

const template = { metadata: { labels: { app: 'wrong' } }, spec: pod };

const object = (apiVersion: string, kind: string, more: object) => ({ apiVersion, kind, metadata, ...more });

/** Objects that have, between them, all that scanners look for. */
export const everythingWrong: readonly Json[] = [
  object('apps/v1', 'Deployment', { spec: { replicas: 1, template } }),
  object('apps/v1', 'StatefulSet', { spec: { template } }),
  object('batch/v1', 'CronJob', { spec: { jobTemplate: { spec: { template, ttlSecondsAfterFinished: 1 } } } }),
  object('batch/v1', 'Job', { spec: { template } }),
  object('v1', 'ServiceAccount', {}),
  object('v1', 'Service', { spec: { type: 'NodePort', ports: [{ port: 80 }] } }),
  object('v1', 'ConfigMap', {
    data: {
      password: 'token: open',
      email: 'email: me',
      key: 'Bearer x',
      'secret.pem': '-----BEGIN RSA PRIVATE KEY-----',
    },
  }),
  object('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: {} } }),
  object('networking.k8s.io/v1', 'Ingress', {
    spec: { rules: [{ http: { paths: [{ backend: { service: { name: 'nobody', port: { number: 1 } } } }] } }] },
  }),
  object('policy/v1', 'PodDisruptionBudget', { spec: { maxUnavailable: 0 } }),
  object('autoscaling/v2', 'HorizontalPodAutoscaler', {
    spec: { minReplicas: 1, maxReplicas: 1, scaleTargetRef: { name: 'wrong' } },
  }),
];
