import { ApiObject, type App, Chart } from 'cdk8s';
import { local } from 'cdk8s-tandem';

/** Owners of several pods of which the laptop runs several, or one, or none. */
export function severalPods(app: App): void {
  const chart = new Chart(app, 'several-pods', { namespace: 'several' });
  const set = owner(chart, 'StatefulSet', 'ring', { serviceName: 'ring', replicas: 5, ordinals: { start: 3 } });
  const many = owner(chart, 'Deployment', 'many', { replicas: 4 });
  const none = owner(chart, 'Deployment', 'none', { replicas: 2 });
  owner(chart, 'ReplicaSet', 'old', { replicas: 1, minReadySeconds: 1 });
  owner(chart, 'DaemonSet', 'agent', { updateStrategy: { type: 'OnDelete' } });
  local(set, { replicas: 2 });
  local(many, { replicas: 3 });
  local(none, { replicas: 0 });
  new ApiObject(chart, 'service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'ring' },
    spec: { clusterIP: 'None', selector: { app: 'ring' }, ports: [{ port: 7000 }] },
  });
  new ApiObject(chart, 'policy', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'ring' },
    spec: {
      podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['ring'] }] },
      ingress: [{ from: [{ podSelector: { matchLabels: { app: 'many' } } }] }],
    },
  });
}

const data = {
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
};

function owner(chart: Chart, kind: string, name: string, more: object): ApiObject {
  const labels = { app: name };
  const volumeMounts = kind === 'StatefulSet' ? [{ name: 'data', mountPath: '/data' }] : [];
  return new ApiObject(chart, name, {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name },
    spec: {
      ...more,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name, image: 'busybox:1.37', volumeMounts }] } },
      ...(kind === 'StatefulSet' && { volumeClaimTemplates: [data] }),
    },
  });
}
