import { ApiObject, type App, Chart } from 'cdk8s';
import { namespaceOf } from '../namespace';

/** What pods say more seldom, of every kind of owner: a bare Pod, a DaemonSet, a Job, and a Deployment with a name of its own. */
export function corners(app: App): void {
  const chart = new Chart(app, 'corners', { namespace: 'corners' });
  namespaceOf(chart, 'baseline');
  const object = (kind: string, name: string, apiVersion: string, spec: object) =>
    new ApiObject(chart, `${name}-${kind.toLowerCase()}`, { apiVersion, kind, metadata: { name }, spec });
  const template = (app: string, spec: object) => ({ metadata: { labels: { app } }, spec });
  const selecting = (app: string, spec: object) => ({
    selector: { matchLabels: { app } },
    template: template(app, spec),
  });

  object('Service', 'named', 'v1', { clusterIP: 'None', selector: { app: 'named' }, ports: [{ port: 8080 }] });
  object('Deployment', 'named', 'apps/v1', selecting('named', named));
  object('DaemonSet', 'agent', 'apps/v1', selecting('agent', agent));
  object('PersistentVolumeClaim', 'shared', 'v1', {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '16Mi' } },
  });
  object('Job', 'migrate', 'batch/v1', { backoffLimit: 0, template: template('migrate', migrate) });
  new ApiObject(chart, 'lonely', {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'lonely', labels: { app: 'lonely' } },
    spec: lonely,
  });
}

const sleep = ['sh', '-c', 'trap exit TERM; while :; do sleep 1; done'];
const image = 'busybox:1.37';

/** A user without a group, groups beside, a privileged port, a name in a domain, memory without a limit. */
const named = {
  hostname: 'first',
  subdomain: 'named',
  terminationGracePeriodSeconds: 0,
  automountServiceAccountToken: false,
  securityContext: {
    runAsUser: 1000,
    supplementalGroups: [3000, 4000],
    sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '80' }],
  },
  containers: [
    {
      name: 'named',
      image,
      command: ['httpd', '-f', '-p', '8080', '-h', '/etc'],
      tty: true,
      stdin: true,
      ports: [{ containerPort: 8080 }],
      resources: { requests: { cpu: '15m' }, limits: { memory: '100M' } },
      securityContext: { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE', 'CHOWN'] } },
      volumeMounts: [
        { name: 'memory', mountPath: '/memory' },
        { name: 'disk', mountPath: '/disk/below', subPath: 'a/b' },
        { name: 'disk', mountPath: '/disk/whole', readOnly: true },
      ],
    },
  ],
  volumes: [
    { name: 'memory', emptyDir: { medium: 'Memory' } },
    { name: 'disk', emptyDir: { sizeLimit: '1Gi' } },
  ],
};

const agent = {
  containers: [
    {
      name: 'agent',
      image,
      command: sleep,
      workingDir: '/var/tmp',
      resources: { limits: { cpu: '1500m', memory: '64Mi' } },
      livenessProbe: { exec: { command: ['true'] }, periodSeconds: 5 },
    },
  ],
};

const migrate = {
  restartPolicy: 'Never',
  securityContext: { runAsUser: 1000, runAsGroup: 2000, fsGroup: 3000 },
  initContainers: [{ name: 'wait', image, command: ['sh', '-c', 'sleep 1'] }],
  containers: [
    {
      name: 'migrate',
      image,
      command: ['sh', '-c', 'date >> /state/$(POD)'],
      env: [{ name: 'POD', value: 'migrated' }],
      volumeMounts: [{ name: 'state', mountPath: '/state', subPath: 'migrations' }],
    },
  ],
  volumes: [{ name: 'state', persistentVolumeClaim: { claimName: 'shared' } }],
};

const lonely = {
  restartPolicy: 'OnFailure',
  enableServiceLinks: false,
  hostAliases: [{ ip: '192.0.2.1', hostnames: ['one', 'one.example'] }],
  containers: [
    { name: 'main', image, command: sleep, securityContext: { runAsUser: 65534, privileged: false } },
    { name: 'beside', image, command: sleep, env: [{ name: 'HOME', value: '/tmp' }] },
  ],
};
