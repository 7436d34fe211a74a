import { ApiObject, type App, Chart } from 'cdk8s';

/** Plain objects, as copied from a blog: a StatefulSet with a claim, an init container, a native sidecar and a headless Service. */
export function cacheWithSidecar(app: App): void {
  const chart = new Chart(app, 'cache-with-sidecar', { namespace: 'cache' });
  const labels = { app: 'cache' };
  new ApiObject(chart, 'service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'cache' },
    spec: { clusterIP: 'None', selector: labels, ports: [{ name: 'valkey', port: 6379 }] },
  });
  new ApiObject(chart, 'config', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'cache-config' },
    data: { 'valkey.conf': 'bind * -::*\nprotected-mode no\nmaxmemory 32mb\n' },
  });
  new ApiObject(chart, 'stateful-set', {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'cache' },
    spec: {
      serviceName: 'cache',
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: pod },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '64Mi' } } },
        },
      ],
    },
  });
}

const securityContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

const pod = {
  terminationGracePeriodSeconds: 20,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 999,
    runAsGroup: 999,
    fsGroup: 2000,
    supplementalGroups: [3000],
    seccompProfile: { type: 'RuntimeDefault' },
  },
  initContainers: [
    {
      name: 'stamp',
      image: 'busybox:1.36',
      command: ['sh', '-c', 'date > /data/stamp && cp /config/valkey.conf /run/conf/'],
      securityContext,
      volumeMounts: [
        { name: 'data', mountPath: '/data' },
        { name: 'config', mountPath: '/config' },
        { name: 'conf', mountPath: '/run/conf' },
      ],
    },
    {
      name: 'watch',
      image: 'busybox:1.36',
      restartPolicy: 'Always',
      command: ['sh', '-c', 'trap exit TERM; while :; do sleep 1 & wait; done'],
      env: [{ name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
      securityContext,
      resources: { limits: { memory: '16Mi' }, requests: { cpu: '5m' } },
      volumeMounts: [{ name: 'data', mountPath: '/data', readOnly: true }],
    },
  ],
  containers: [
    {
      name: 'valkey',
      image: 'valkey/valkey:8.1',
      args: ['valkey-server', '/run/conf/valkey.conf'],
      ports: [{ name: 'valkey', containerPort: 6379 }],
      securityContext,
      resources: { requests: { cpu: '50m', memory: '32Mi' }, limits: { cpu: '500m', memory: '64Mi' } },
      readinessProbe: { exec: { command: ['valkey-cli', 'ping'] }, periodSeconds: 2, timeoutSeconds: 3 },
      volumeMounts: [
        { name: 'data', mountPath: '/data' },
        { name: 'conf', mountPath: '/run/conf', readOnly: true },
      ],
    },
  ],
  volumes: [
    { name: 'config', configMap: { name: 'cache-config' } },
    { name: 'conf', emptyDir: { medium: 'Memory', sizeLimit: '4Mi' } },
  ],
};
