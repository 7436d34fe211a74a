import { ApiObject, type Chart, Cron, Duration, JsonPatch, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { unexplained } from '../../lib/differences/differences';
import type { Output } from '../../lib/output';
import { isNotOfTheTest, tandemOf } from '../compose/tandem';
import { synthesized } from '../synthesis';
import { anyContainer, deployment, object, podTemplate } from '../workloads/manifests';
import { differenceTexts } from './difference-texts';
import { eachField } from './each-field';

const texts = ({ differences }: Output) =>
  eachField(differences)
    .filter(isNotOfTheTest)
    .flatMap(({ field, ...said }) => differenceTexts({ ...said, fields: [field] }));
const open = ({ differences }: Output) => eachField(unexplained(differences)).map(({ field }) => field.toString());

test('a manifest that Compose says as it is has none', () => {
  const container = { ...anyContainer, command: ['serve'], env: [{ name: 'A', value: 'b' }] };
  expect(texts(tandemOf([deployment('api', { containers: [container] })]))).toEqual([]);
});

test('a difference says where it is, what became of it, and why', () => {
  const spec = { revisionHistoryLimit: 2, replicas: 3, selector: { matchLabels: { app: 'api' } } };
  const pulled = { ...anyContainer, imagePullPolicy: 'Always' };
  const pod = { ...spec, template: podTemplate('api', { containers: [pulled] }) };
  expect(texts(tandemOf([object('apps/v1', 'Deployment', 'api', { spec: pod })]))).toEqual([
    'orders/deployment-orders-api spec/template/spec/containers/0/imagePullPolicy: approximated: pulled when missing: a laptop works offline too',
    'orders/deployment-orders-api spec/replicas: local: a laptop runs one',
    'orders/deployment-orders-api spec/revisionHistoryLimit: dropped: how many former versions a cluster keeps to go back to: Compose keeps none',
  ]);
});

test('what somebody added to a pod in any way, and nobody reads, is unexplained', () => {
  const output = synthesized((chart) => {
    const containers = [{ image: 'nginx:1', portNumber: 80 }];
    const web = new kplus.Deployment(chart, 'web', { metadata: { name: 'web' }, containers });
    ApiObject.of(web).addJsonPatch(JsonPatch.add('/spec/template/spec/ephemeralContainers', [{ name: 'a' }]));
    const raw = new ApiObject(chart, 'raw', deployment('raw'));
    raw.addJsonPatch(JsonPatch.add('/spec/template/spec/someday', { a: [1, { b: true }] }));
  });
  expect(open(output)).toEqual([
    'spec/template/spec/ephemeralContainers/0/name',
    'spec/template/spec/someday/a/0',
    'spec/template/spec/someday/a/1/b',
  ]);
});

test('what cdk8s-plus says of itself is wholly explained', () => {
  const output = synthesized((chart) => {
    const service = new kplus.Service(chart, 'service', { ports: [{ port: 80 }], clusterIP: 'None' });
    const database = new kplus.StatefulSet(chart, 'database', { service, containers: [{ image: 'mongo:7' }] });
    database.containers[0]?.mount('/data', kplus.Volume.fromPersistentVolumeClaim(chart, 'claimed', claimIn(chart)));
    new kplus.DaemonSet(chart, 'agent', { containers: [{ image: 'agent:1' }] });
    new kplus.Job(chart, 'migrate', { containers: [{ image: 'api:1' }], ttlAfterFinished: Duration.hours(1) });
    new kplus.CronJob(chart, 'load', { containers: [{ image: 'etl:1' }], schedule: Cron.daily() });
    const conf = new kplus.ConfigMap(chart, 'conf', { data: { 'a.ini': 'x=1' } });
    const containers = [{ image: 'nginx:1', portNumber: 80 }];
    const web = new kplus.Deployment(chart, 'web', { containers });
    web.containers[0]?.mount('/etc/web', kplus.Volume.fromConfigMap(chart, 'volume', conf));
    web.exposeViaService();
  });
  expect(open(output)).toEqual([]);
});

function claimIn(chart: Chart): kplus.PersistentVolumeClaim {
  const accessModes = [kplus.PersistentVolumeAccessMode.READ_WRITE_ONCE];
  return new kplus.PersistentVolumeClaim(chart, 'claim', { storage: Size.gibibytes(1), accessModes });
}

test('an empty list or map that nobody reads is a difference, too', () => {
  const pod = { someday: {}, sometime: [] };
  expect(open(tandemOf([deployment('api', pod)]))).toEqual([
    'spec/template/spec/someday',
    'spec/template/spec/sometime',
  ]);
});

test('what is said of a field is said of all below it', () => {
  const scratch = (someday: object) => ({
    volumes: [{ name: 'work', emptyDir: { someday } }],
    containers: [{ ...anyContainer, volumeMounts: [{ name: 'work', mountPath: '/work' }] }],
  });
  expect(texts(tandemOf([deployment('api', scratch({ a: 1, b: [2] }))]))).toHaveLength(1);
});

test('what two containers say of one volume is said once', () => {
  const mounting = (name: string) => ({ ...anyContainer, name, volumeMounts: [{ name: 'work', mountPath: '/work' }] });
  const pod = { volumes: [{ name: 'work', emptyDir: {} }], containers: [mounting('main'), mounting('tail')] };
  expect(texts(tandemOf([deployment('api', pod)]))).toEqual([
    'orders/deployment-orders-api spec/template/spec/volumes/0/emptyDir: approximated: a named volume: it keeps its content until `docker compose down --volumes`',
  ]);
});
