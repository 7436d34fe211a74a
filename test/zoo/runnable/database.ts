import { ApiObject, type App, Chart } from 'cdk8s';

/** PostgreSQL as a StatefulSet under the restricted standard, with a password from a Secret and a script of a ConfigMap. */
export function database(app: App): void {
  const chart = new Chart(app, 'database', { namespace: 'database' });
  const labels = { app: 'db' };
  new ApiObject(chart, 'service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'db' },
    spec: { selector: labels, ports: [{ port: 5432, targetPort: 'postgres' }] },
  });
  new ApiObject(chart, 'scripts', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'db-scripts' },
    data: { 'orders.sql': "CREATE TABLE orders (item text, note text DEFAULT '$5');\n" },
  });
  new ApiObject(chart, 'stateful-set', {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'db' },
    spec: {
      serviceName: 'db',
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: pod },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      ],
    },
  });
}

const pod = {
  terminationGracePeriodSeconds: 10,
  automountServiceAccountToken: false,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 999,
    runAsGroup: 999,
    fsGroup: 999,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  containers: [
    {
      name: 'postgres',
      image: 'postgres:17',
      env: [
        { name: 'PGDATA', value: '/var/lib/postgresql/data/pgdata' },
        { name: 'POSTGRES_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
      ],
      ports: [{ name: 'postgres', containerPort: 5432 }],
      readinessProbe: { exec: { command: ['pg_isready', '-U', 'postgres', '-h', '127.0.0.1'] }, periodSeconds: 2 },
      resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '1', memory: '256Mi' } },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      volumeMounts: [
        { name: 'data', mountPath: '/var/lib/postgresql/data' },
        { name: 'scripts', mountPath: '/docker-entrypoint-initdb.d' },
        { name: 'run', mountPath: '/var/run/postgresql' },
        { name: 'tmp', mountPath: '/tmp' },
      ],
    },
  ],
  volumes: [
    { name: 'scripts', configMap: { name: 'db-scripts' } },
    { name: 'run', emptyDir: {} },
    { name: 'tmp', emptyDir: { medium: 'Memory', sizeLimit: '32Mi' } },
  ],
};
