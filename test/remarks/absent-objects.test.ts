import { anyContainer, configMap, deployment, type KubeObject, object, statefulSet } from '../workloads/manifests';
import { remarksOn } from './remarks-on';

const pod = (spec: object, ...others: readonly KubeObject[]) => remarksOn(deployment('web', spec), ...others);
const volume = (source: object) => ({ volumes: [{ name: 'v', ...source }] });
const container = (more: object) => ({ containers: [{ ...anyContainer, ...more }] });
const user = 'which chart/deployment-orders-web needs, is not made here';

test.each<[object, string]>([
  [volume({ persistentVolumeClaim: { claimName: 'data' } }), 'PersistentVolumeClaim orders/data'],
  [volume({ configMap: { name: 'conf' } }), 'ConfigMap orders/conf'],
  [volume({ secret: { secretName: 'keys' } }), 'Secret orders/keys'],
  [volume({ projected: { sources: [{ configMap: { name: 'conf' } }] } }), 'ConfigMap orders/conf'],
  [volume({ projected: { sources: [{ secret: { name: 'keys' } }] } }), 'Secret orders/keys'],
  [container({ envFrom: [{ configMapRef: { name: 'conf' } }] }), 'ConfigMap orders/conf'],
  [container({ envFrom: [{ secretRef: { name: 'keys' } }] }), 'Secret orders/keys'],
  [
    container({ env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'conf', key: 'a' } } }] }),
    'ConfigMap orders/conf',
  ],
  [{ serviceAccountName: 'robot' }, 'ServiceAccount orders/robot'],
])('%j is told: the app makes no such object', (spec, needed) => {
  expect(pod(spec)).toEqual([`Elsewhere: the ${needed}, ${user}`]);
});

test('with the nearest name that there is', () => {
  expect(pod(volume({ configMap: { name: 'config' } }), configMap('configs', { a: 'b' }))).toEqual([
    `Elsewhere: the ConfigMap orders/config, ${user}: did you mean configs?`,
  ]);
});

test('once, however many need it', () => {
  const spec = volume({ configMap: { name: 'conf' } });
  expect(remarksOn(deployment('a', spec), deployment('b', spec), deployment('c', spec))).toEqual([
    'Elsewhere: the ConfigMap orders/conf, which chart/deployment-orders-a and 2 more need, is not made here',
  ]);
});

test.each<[string, object, readonly KubeObject[]]>([
  ['need not be there', volume({ configMap: { name: 'conf', optional: true } }), []],
  ['is made here', volume({ configMap: { name: 'conf' } }), [configMap('conf', {})]],
  [
    'is made from the template of a StatefulSet',
    volume({ persistentVolumeClaim: { claimName: 'data-db-0' } }),
    [statefulSet('db', { volumeClaimTemplates: [{ metadata: { name: 'data' } }] })],
  ],
  [
    'is a Secret that an operator makes',
    volume({ secret: { secretName: 'keys' } }),
    [object('external-secrets.io/v1', 'ExternalSecret', 'keys', { spec: { dataFrom: [] } })],
  ],
  [
    'is a Secret that cert-manager makes',
    volume({ secret: { secretName: 'tls' } }),
    [object('cert-manager.io/v1', 'Certificate', 'web', { spec: { secretName: 'tls' } })],
  ],
  ['is in every namespace', volume({ configMap: { name: 'kube-root-ca.crt' } }), []],
  ['is the account that each namespace has', { serviceAccountName: 'default' }, []],
])('what %s is not told', (_, spec, others) => {
  expect(pod(spec, ...others)).toEqual([]);
});
