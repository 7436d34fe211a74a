import type { NamedMount } from '../../lib/compose/compose-file';
import { anyClaim, anyContainer, deployment, type KubeObject, object, statefulSet } from '../workloads/manifests';
import { anyService, api, composeOf, eachOf, serviceFor, tandemOf, toldFor, toldOf } from './tandem';

const mount = (name: string, mountPath: string, more: object = {}) => ({ name, mountPath, ...more });
const volume = (source: string, target: string, more: Partial<NamedMount> = {}): NamedMount => {
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
    const template = { metadata: { name: 'data' }, spec: anyClaim };
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
      'volumes/0/emptyDir: approximated: in memory: a laptop needs no scratch space on disk',
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
  const onDisk = 'a named volume: it keeps its content until `docker compose down --volumes`';

  test('is a volume of the project, and keeps what it holds', () => {
    const { rendered, ...rest } = output({}, { containers: [both('main'), both('tail')] });
    expect(rendered.file.services).toMatchObject({
      api: { volumes: [volume('api_work', '/work')] },
      'api-tail': { volumes: [volume('api_work', '/work')] },
    });
    expect(rendered.file.volumes).toEqual({ api_work: {} });
    expect(toldOf({ rendered, ...rest })).toEqual([`volumes/0/emptyDir: approximated: ${onDisk}`]);
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
    expect(toldOf(told)).toContain(`volumes/0/emptyDir/medium: approximated: on disk, ${onDisk}`);
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

test('a size that a volume on disk cannot have is told', () => {
  const both = (name: string) => ({ ...anyContainer, name, volumeMounts: [mount('work', '/work')] });
  const volumes = [{ name: 'work', emptyDir: { sizeLimit: '1Gi' } }];
  expect(toldOf(tandemOf([deployment('api', { volumes, containers: [both('main'), both('tail')] })]))).toContain(
    'volumes/0/emptyDir/sizeLimit: dropped: a named volume has no limit',
  );
});

describe("an emptyDir in memory in place of Docker's own /dev/shm", () => {
  const shm = (emptyDir: object, container: object = {}) =>
    serviceFor({ volumeMounts: [mount('shm', '/dev/shm')], ...container }, { volumes: [{ name: 'shm', emptyDir }] });

  test('is as large as it may get', () => {
    expect(shm({ medium: 'Memory', sizeLimit: '1Gi' })).toEqual({ ...anyService, shm_size: '1g' });
    const limited = { resources: { limits: { memory: '64Mi' } } };
    expect(shm({ medium: 'Memory' }, limited)).toMatchObject({ shm_size: '64m' });
    expect(shm({ medium: 'Memory' }).tmpfs).toEqual(['/dev/shm:exec,mode=1777']);
    expect(shm({ sizeLimit: '1Gi' }).tmpfs).toEqual(['/dev/shm:exec,size=1g,mode=0777']);
  });
});

describe('a claim that is read-only', () => {
  test('is so wherever it is mounted', () => {
    const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data', readOnly: true } }];
    expect(serviceFor({ volumeMounts: [mount('data', '/data')] }, { volumes }).volumes).toEqual([
      volume('data', '/data', { read_only: true }),
    ]);
  });
});

/** Mounts of a volume `v`, the volumes of the file, and what is told of mount and volume. */
function mounted(source: object, more: object = {}) {
  const output = tandemOf([api({ volumeMounts: [mount('v', '/v', more)] }, { volumes: [{ name: 'v', ...source }] })]);
  const { services, volumes } = output.rendered.file;
  return { mounts: services.api?.volumes, volumes, told: toldOf(output) };
}

describe('a folder of a node', () => {
  const path = 'volumes/0/hostPath/path: approximated: that of the laptop, where a cluster has that of a node';

  test('is that of the laptop, and never made there', () => {
    expect(mounted({ hostPath: { path: '/var/log' } }, { readOnly: true, subPath: 'app' })).toEqual({
      mounts: [
        { type: 'bind', source: '/var/log/app', target: '/v', read_only: true, bind: { create_host_path: false } },
      ],
      volumes: {},
      told: [`${path}; it must be there`],
    });
  });

  test.each([
    ['Directory', false],
    ['File', false],
    ['FileOrCreate', false],
    ['Socket', false],
    ['DirectoryOrCreate', true],
  ])('of the type %s is made where it is not there: %s', (type, create) => {
    const { mounts, told } = mounted({ hostPath: { path: '/run/x', type } });
    expect(mounts).toMatchObject([{ bind: { create_host_path: create } }]);
    expect(told).toEqual([
      create ? path : `${path}; it must be there`,
      create
        ? 'volumes/0/hostPath/type: approximated: made by Docker where it is not there'
        : 'volumes/0/hostPath/type: approximated: it must be there, of whichever kind',
    ]);
  });

  test('neither takes mounts from the node nor gives it any', () => {
    const volumeMounts = [mount('v', '/v', { mountPropagation: 'Bidirectional' })];
    const volumes = [{ name: 'v', hostPath: { path: '/a' } }];
    expect(toldFor({ volumeMounts, securityContext: { privileged: true } }, { volumes })).toContain(
      'containers/0/volumeMounts/0/mountPropagation: dropped: mounts that a node makes later, or that a container makes for its node: neither crosses to Docker',
    );
  });
});

test('a share is a volume that Docker mounts itself', () => {
  expect(mounted({ nfs: { server: 'nas.acme', path: '/exports/a', readOnly: true } })).toEqual({
    mounts: [volume('api_v', '/v', { read_only: true })],
    volumes: { api_v: { driver_opts: { type: 'nfs', device: ':/exports/a', o: 'addr=nas.acme,nfsvers=4' } } },
    told: ["volumes/0/nfs/server: approximated: mounted by the laptop's Docker, with NFS 4"],
  });
});

test('an image is mounted as one, whole or in part', () => {
  const image = { reference: 'acme/model:1', pullPolicy: 'Always' };
  expect(mounted({ image }, { subPath: 'weights', readOnly: true })).toEqual({
    mounts: [{ type: 'image', source: 'acme/model:1', target: '/v', image: { subpath: 'weights' } }],
    volumes: {},
    told: [
      'volumes/0/image/reference: approximated: mounted by Docker, from Engine 28 and Compose 2.35 on',
      'containers/0/volumeMounts/0/readOnly: dropped: read-only either way, as in a cluster',
      'volumes/0/image/pullPolicy: dropped: pulled when missing: a laptop works offline too',
    ],
  });
  expect(mounted({ image }).mounts).toEqual([{ type: 'image', source: 'acme/model:1', target: '/v' }]);
});

describe('a claim by its name', () => {
  const claimed = (claimName: string, ...others: readonly KubeObject[]) => {
    const volumes = [{ name: 'v', persistentVolumeClaim: { claimName } }];
    return toldOf(tandemOf([api({ volumeMounts: [mount('v', '/v')] }, { volumes }), ...others])).filter((line) =>
      line.includes('claimName'),
    );
  };
  const empty =
    'volumes/0/persistentVolumeClaim/claimName: approximated: nothing here makes the claim: a named volume, which is empty when it is new';

  test('that the app makes is a volume of the laptop', () => {
    expect(claimed('data', object('v1', 'PersistentVolumeClaim', 'data', { spec: anyClaim }))).toEqual([]);
  });

  test('that a StatefulSet of the app makes is one, too', () => {
    const database = statefulSet('db', { volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: anyClaim }] });
    expect(claimed('data-db-2', database)).toEqual([]);
    expect(claimed('data-db-x', database)).toEqual([empty]);
    expect(claimed('other-db-2', database)).toEqual([empty]);
  });

  test('that nothing here makes is empty, and said so', () => {
    expect(claimed('data')).toEqual([empty]);
    expect(claimed('data', object('v1', 'PersistentVolumeClaim', 'data', { spec: anyClaim }, 'elsewhere'))).toEqual([
      empty,
    ]);
  });
});

test('a claim that lives with its pod is a volume that outlives it', () => {
  const spec = {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '1Gi' } },
    storageClassName: 'fast',
  };
  const ephemeral = { volumeClaimTemplate: { metadata: { labels: { a: 'b' } }, spec } };
  const at = 'volumes/0/ephemeral/volumeClaimTemplate';
  expect(mounted({ ephemeral })).toEqual({
    mounts: [volume('api-v', '/v')],
    volumes: { 'api-v': {} },
    told: [
      'volumes/0/name: approximated: as long as a pod lives: a named volume keeps its content until `docker compose down --volumes`',
      `${at}/metadata/labels/a: dropped: what an object of a cluster is called by: a Docker volume has a name`,
      `${at}/spec/accessModes/0: dropped: how many nodes or pods may have it at once: on a laptop any number`,
      `${at}/spec/resources/requests/storage: dropped: how much of it there is: a Docker volume has the disk of the laptop`,
      `${at}/spec/storageClassName: dropped: which storage a cluster provides: a Docker volume lies on the disk of the laptop`,
    ],
  });
});

test.each([
  ['csi', { driver: 'secrets-store.csi.k8s.io', readOnly: true, volumeAttributes: { secretProviderClass: 'vault' } }],
  ['awsElasticBlockStore', { volumeID: 'vol-1', fsType: 'ext4' }],
  ['gcePersistentDisk', { pdName: 'disk', fsType: 'ext4' }],
  ['azureFile', { secretName: 's', shareName: 'a' }],
  ['rbd', { monitors: ['a'], image: 'b', pool: 'c', secretRef: { name: 'd' } }],
])('what a driver of a cluster brings, such as %s, is not mounted, and every leaf of it is told', (kind, source) => {
  const { mounts, volumes, told } = mounted({ [kind]: source });
  expect([mounts, volumes]).toEqual([undefined, {}]);
  const notMounted = `dropped: not mounted: Docker has no volume of the kind ${kind}`;
  expect(told.slice(0, 2)).toEqual([
    `containers/0/volumeMounts/0/mountPath: ${notMounted}`,
    `containers/0/volumeMounts/0/name: ${notMounted}`,
  ]);
  const reason = `dropped: storage that a driver brings to a node: Docker has no volume of the kind ${kind}`;
  expect(told.slice(2).map((line) => line.replace(/^[^:]*: /, ''))).toEqual(told.slice(2).map(() => reason));
  expect(told.length).toBeGreaterThan(3);
});

test('a raw disk is left out', () => {
  const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];
  const told = toldFor({ volumeDevices: [{ name: 'data', devicePath: '/dev/xvda' }] }, { volumes });
  expect(told.slice(-2)).toEqual([
    'containers/0/volumeDevices/0/devicePath: dropped: a raw disk: a volume of Docker is a folder',
    'containers/0/volumeDevices/0/name: dropped: a raw disk: a volume of Docker is a folder',
  ]);
});

test('a mount of a volume that the pod does not have is a mistake, and a volume without a mount is nothing', () => {
  const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];
  const container = { volumeMounts: [mount('undeclared', '/nowhere')] };
  expect(() => serviceFor(container, { volumes })).toThrow(
    'volumeMounts: of the container main names a volume that the pod has not, got "undeclared".',
  );
  expect(serviceFor({}, { volumes }).volumes).toBeUndefined();
  expect(toldFor({}, { volumes })).toEqual([
    'volumes/0/name: dropped: a volume that no container mounts',
    'volumes/0/persistentVolumeClaim/claimName: dropped: a volume that no container mounts',
  ]);
  const pod = object('v1', 'Pod', 'shell', { spec: { volumes, containers: [anyContainer] } });
  expect(composeOf([pod]).volumes).toEqual({});
});
