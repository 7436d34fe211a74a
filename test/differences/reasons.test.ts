import { reasonsFor } from '../../lib/differences/reasons';
import type { Field } from '../../lib/manifests/field';
import type { Manifest } from '../../lib/manifests/manifest';
import type { Key } from '../../lib/manifests/place';
import { type KubeObject, manifestsOf, object, podTemplate } from '../workloads/manifests';

const selection = 'by labels a cluster finds objects: Compose has names';
const history = 'how many former versions a cluster keeps to go back to: Compose keeps none';

function only(kubeObject: KubeObject): Manifest {
  const [manifest] = manifestsOf(kubeObject);
  if (!manifest) throw new Error('no manifest');
  return manifest;
}

/** The reason of each field that the object says beyond what makes it one. */
function reasons(kubeObject: KubeObject, ...below: Key[]): Readonly<Record<string, string | undefined>> {
  const manifest = only(kubeObject);
  const place: Field = manifest.root.at(...below);
  const reasonAt = reasonsFor(manifest);
  return Object.fromEntries(place.leaves().map((leaf) => [leaf.toString(), reasonAt(leaf.place, leaf.peek())?.reason]));
}

const owners: readonly [string, (template: object) => KubeObject][] = [
  ['Pod', (template) => object('v1', 'Pod', 'api', template)],
  ['Deployment', (template) => object('apps/v1', 'Deployment', 'api', { spec: { template } })],
  ['DaemonSet', (template) => object('apps/v1', 'DaemonSet', 'api', { spec: { template } })],
  ['CronJob', (template) => object('batch/v1', 'CronJob', 'api', { spec: { jobTemplate: { spec: { template } } } })],
];

describe.each(owners)('a field of the pod of a %s', (_, owner) => {
  const reasonAt = (template: object, end: string) => {
    const found = Object.entries(reasons(owner(template))).find(([path]) => path.endsWith(end));
    if (!found) throw new Error(`no field ${end}`);
    return found[1];
  };

  test('has the reason of its place in the pod', () => {
    const template = podTemplate('api', { enableServiceLinks: false, securityContext: { runAsNonRoot: true } });
    expect(reasonAt(template, 'enableServiceLinks')).toBe('Compose gives no variables for other services');
    expect(reasonAt(template, 'runAsNonRoot')).toBe(
      'a check of the kubelet before the start: the user itself is carried',
    );
  });

  test('has a reason for the one value of which it is true', () => {
    expect(reasonAt(podTemplate('api', { dnsPolicy: 'ClusterFirst' }), 'dnsPolicy')).toContain("Docker's own DNS");
    expect(reasonAt(podTemplate('api', { dnsPolicy: 'None' }), 'dnsPolicy')).toBeUndefined();
  });

  test('has none that nobody thought of', () => {
    expect(reasonAt(podTemplate('api', { someday: 1 }), 'someday')).toBeUndefined();
  });
});

test('a reason holds for its kind alone', () => {
  const spec = { revisionHistoryLimit: 3 };
  expect(reasons(object('apps/v1', 'Deployment', 'a', { spec }), 'spec')).toEqual({
    'spec/revisionHistoryLimit': history,
  });
  expect(reasons(object('apps/v1', 'ReplicaSet', 'a', { spec }), 'spec')).toEqual({
    'spec/revisionHistoryLimit': undefined,
  });
});

test('a star stands for one key or index, whatever is in it, and for no more', () => {
  const labels = { 'app.kubernetes.io/name': 'a', plain: 'b' };
  const config = { ...object('v1', 'ConfigMap', 'a'), metadata: { name: 'a', labels } };
  expect(reasons(config, 'metadata', 'labels')).toEqual({
    'metadata/labels/app.kubernetes.io~1name': selection,
    'metadata/labels/plain': selection,
  });
  const selector = { matchLabels: { app: 'a' }, someday: [{ key: 'tier' }] };
  expect(reasons(object('apps/v1', 'Deployment', 'a', { spec: { selector } }), 'spec', 'selector')).toEqual({
    'spec/selector/matchLabels/app': selection,
    'spec/selector/someday/0/key': undefined,
  });
});

test('a claim is explained field by field, and alike in a template and alone', () => {
  const spec = {
    accessModes: ['ReadWriteOnce', 'ReadWriteMany'],
    resources: { requests: { storage: '1Gi' } },
    storageClassName: 'fast',
    volumeMode: 'Filesystem',
    volumeName: 'pv-1',
    dataSource: { kind: 'VolumeSnapshot', name: 'yesterday' },
  };
  const told = {
    'accessModes/0': 'how many nodes or pods may have it at once: on a laptop any number',
    'accessModes/1': 'as on a laptop',
    'resources/requests/storage': 'how much of it there is: a Docker volume has the disk of the laptop',
    storageClassName: 'which storage a cluster provides: a Docker volume lies on the disk of the laptop',
    volumeMode: 'as on a laptop',
    volumeName: 'a volume that the cluster has already: that of Docker is a new one',
    'dataSource/kind': 'what a cluster fills it with when it is new: Docker fills it with nothing',
    'dataSource/name': 'what a cluster fills it with when it is new: Docker fills it with nothing',
  };
  const at = (place: string) => Object.fromEntries(Object.entries(told).map(([key, why]) => [`${place}/${key}`, why]));
  const template = object('apps/v1', 'StatefulSet', 'db', { spec: { volumeClaimTemplates: [{ spec }] } });
  const alone = object('v1', 'PersistentVolumeClaim', 'data', { spec });
  expect(reasons(template, 'spec')).toEqual(at('spec/volumeClaimTemplates/0/spec'));
  expect(reasons(alone, 'spec')).toEqual(at('spec'));
});

test('a Service within the cluster is one within the project, and one that leads in is not', () => {
  const type = (value: string) => reasons(object('v1', 'Service', 'a', { spec: { type: value } }), 'spec')['spec/type'];
  expect(type('ClusterIP')).toBe('within the project, as in the cluster');
  expect(type('LoadBalancer')).toBe('how the world outside reaches it: a laptop has no load balancer');
  expect(type('Someday')).toBeUndefined();
});
