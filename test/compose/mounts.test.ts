import type { VolumeMount } from '../../lib/compose/compose-file';
import { anyContainer, deployment, object, statefulSet } from '../workloads/manifests';
import { api, composeOf, eachOf, serviceFor, tandemOf, toldFor, toldOf } from './tandem';

const mount = (name: string, mountPath: string, more: object = {}) => ({ name, mountPath, ...more });
const volume = (source: string, target: string, more: Partial<VolumeMount> = {}): VolumeMount => {
  return { type: 'volume', source, target, volume: { nocopy: true }, ...more };
};

describe('a claim', () => {
  const claim = { name: 'data', persistentVolumeClaim: { claimName: 'orders-data' } };

  test('is a volume called as the claim, and empty when it is new', () => {
    const file = composeOf([api({ volumeMounts: [mount('data', '/data')] }, { volumes: [claim] })]);
    expect(file.services.api?.volumes).toEqual([volume('orders-data', '/data')]);
    expect(file.volumes).toEqual({ 'orders-data': {} });
  });

  test('may be read-only, and mounted in part', () => {
    const volumeMounts = [mount('data', '/data', { readOnly: true }), mount('data', '/logs', { subPath: 'logs/api' })];
    expect(serviceFor({ volumeMounts }, { volumes: [claim] }).volumes).toEqual([
      volume('orders-data', '/data', { read_only: true }),
      volume('orders-data', '/logs', { volume: { nocopy: true, subpath: 'logs/api' } }),
    ]);
  });

  test('is one volume for all that name it', () => {
    const pod = { volumes: [claim], containers: [{ ...anyContainer, volumeMounts: [mount('data', '/data')] }] };
    const file = composeOf([deployment('api', pod), deployment('web', pod)]);
    expect(eachOf(file, 'volumes')).toEqual({
      api: [volume('orders-data', '/data')],
      web: [volume('orders-data', '/data')],
    });
    expect(file.volumes).toEqual({ 'orders-data': {} });
  });

  test('of a StatefulSet is named by template and first pod', () => {
    const template = { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } };
    const container = { ...anyContainer, volumeMounts: [mount('data', '/data')] };
    const db = statefulSet('db', { volumeClaimTemplates: [template] }, { containers: [container] });
    expect(composeOf([db]).services.db?.volumes).toEqual([volume('data-db-0', '/data')]);
  });
});

describe('an emptyDir of one container', () => {
  const volumeMounts = [mount('tmp', '/tmp')];
  const inMemory = (emptyDir: object, pod: object = {}) =>
    serviceFor({ volumeMounts }, { ...pod, volumes: [{ name: 'tmp', emptyDir }] }).tmpfs;

  test('lies in memory, open to everybody, and what it holds may be run', () => {
    expect(inMemory({})).toEqual(['/tmp:exec,mode=0777']);
    expect(toldFor({ volumeMounts }, { volumes: [{ name: 'tmp', emptyDir: {} }] })).toEqual([
      'volumes/0: approximated: in memory: a laptop needs no scratch space on disk',
    ]);
  });

  test('belongs to the group of the pod, if it has one', () => {
    expect(inMemory({}, { securityContext: { fsGroup: 2000 } })).toEqual(['/tmp:exec,gid=2000,mode=2777']);
  });

  test('is its own, whoever else is in the pod', () => {
    const beside = { ...anyContainer, name: 'tail' };
    const pod = { volumes: [{ name: 'tmp', emptyDir: {} }], containers: [{ ...anyContainer, volumeMounts }, beside] };
    const { api, ...others } = eachOf(composeOf([deployment('api', pod)]), 'tmpfs');
    expect([api, others]).toEqual([['/tmp:exec,mode=0777'], { 'api-tail': undefined }]);
  });

  test('is as large as it may get', () => {
    expect(inMemory({ sizeLimit: '64Mi' })).toEqual(['/tmp:exec,size=64m,mode=0777']);
    expect(inMemory({ sizeLimit: '1M' })).toEqual(['/tmp:exec,size=1000000b,mode=0777']);
  });

  test('in memory lets everybody delete his own files only, as every tmpfs of a kubelet', () => {
    const shared = { securityContext: { fsGroup: 2000 } };
    expect(inMemory({ medium: 'Memory' }, shared)).toEqual(['/tmp:exec,gid=2000,mode=3777']);
  });

  test('in memory is no difference', () => {
    expect(inMemory({ medium: 'Memory' })).toEqual(['/tmp:exec,mode=1777']);
    expect(toldFor({ volumeMounts }, { volumes: [{ name: 'tmp', emptyDir: { medium: 'Memory' } }] })).toEqual([]);
  });

  test('is one for each of its folders that are mounted alone', () => {
    const folders = [mount('tmp', '/tmp', { subPath: 'tmp' }), mount('tmp', '/run', { subPath: 'run' })];
    const service = serviceFor({ volumeMounts: folders }, { volumes: [{ name: 'tmp', emptyDir: {} }] });
    expect(service.tmpfs).toEqual(['/tmp:exec,mode=0777', '/run:exec,mode=0777']);
  });

  test('is a volume where two places show the same of it', () => {
    const twice = [mount('tmp', '/tmp'), mount('tmp', '/cache', { subPath: 'cache' })];
    const service = serviceFor({ volumeMounts: twice }, { volumes: [{ name: 'tmp', emptyDir: {} }] });
    expect(service.tmpfs).toBeUndefined();
    expect(service.volumes).toEqual([
      volume('api_tmp', '/tmp'),
      volume('api_tmp', '/cache', { volume: { nocopy: true, subpath: 'cache' } }),
    ]);
  });
});

describe('an emptyDir of several containers', () => {
  const both = (name: string) => ({ ...anyContainer, name, volumeMounts: [mount('work', '/work')] });
  const output = (emptyDir: object, pod: object) =>
    tandemOf([deployment('api', { volumes: [{ name: 'work', emptyDir }], ...pod })]);
  const onDisk = 'a named volume: it keeps its content until `docker compose down --volumes`, and has no size limit';

  test('is a volume of the project, and keeps what it holds', () => {
    const { rendered, ...rest } = output({}, { containers: [both('main'), both('tail')] });
    expect(rendered.file.services).toMatchObject({
      api: { volumes: [volume('api_work', '/work')] },
      'api-tail': { volumes: [volume('api_work', '/work')] },
    });
    expect(rendered.file.volumes).toEqual({ api_work: {} });
    expect(toldOf({ rendered, ...rest })).toEqual([`volumes/0: approximated: ${onDisk}`]);
  });

  test('in memory is a volume in memory, with size and group', () => {
    const told = output({ medium: 'Memory', sizeLimit: '1Mi' }, { containers: [both('main'), both('tail')] });
    expect(told.rendered.file.volumes).toEqual({
      api_work: { driver_opts: { type: 'tmpfs', device: 'tmpfs', o: 'size=1048576,mode=1777' } },
    });
    expect(toldOf(told)).toEqual([]);
    const pod = { containers: [both('main'), both('tail')], securityContext: { fsGroup: 2000 } };
    expect(output({ medium: 'Memory' }, pod).rendered.file.volumes).toEqual({
      api_work: { driver_opts: { type: 'tmpfs', device: 'tmpfs', o: 'gid=2000,mode=3777' } },
    });
  });

  test('in memory lies on disk where an init container fills it: Docker empties it when that one ends', () => {
    const told = output({ medium: 'Memory' }, { initContainers: [both('fill')], containers: [both('main')] });
    expect(told.rendered.file.volumes).toEqual({ api_work: {} });
    expect(toldOf(told)).toContain(`volumes/0: approximated: on disk, ${onDisk}`);
    const sidecar = { ...both('proxy'), restartPolicy: 'Always' };
    const beside = output({ medium: 'Memory' }, { initContainers: [sidecar], containers: [both('main')] });
    expect(beside.rendered.file.volumes).toHaveProperty('api_work.driver_opts.type', 'tmpfs');
  });

  test('in memory lies on disk where a folder of it is mounted: somebody must make that first', () => {
    const part = { ...both('tail'), volumeMounts: [mount('work', '/logs', { subPath: 'logs' })] };
    const told = output({ medium: 'Memory' }, { containers: [both('main'), part] });
    expect(told.rendered.file.volumes).toEqual({ api_work: {} });
  });
});

test('a volume that a laptop has none of is left out, and unexplained', () => {
  const volumes = [{ name: 'socket', hostPath: { path: '/var/run/docker.sock' } }];
  const container = { volumeMounts: [mount('socket', '/docker.sock'), mount('undeclared', '/nowhere')] };
  expect(serviceFor(container, { volumes }).volumes).toBeUndefined();
  expect(toldFor(container, { volumes })).toEqual([
    'containers/0/volumeMounts/0: dropped: undefined',
    'volumes/0/hostPath/path: dropped: undefined',
  ]);
  const pod = object('v1', 'Pod', 'shell', { spec: { volumes, containers: [{ ...anyContainer, ...container }] } });
  expect(composeOf([pod]).volumes).toEqual({});
});
