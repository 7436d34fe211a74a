import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../synthesis';
import { anyClaim, anyContainer, deployment, statefulSet } from '../workloads/manifests';
import { composeOf, eachOf } from './tandem';

const mount = (name: string, more: object = {}) => ({ name, mountPath: `/${name}`, ...more });
const claim = (name: string) => ({ name, persistentVolumeClaim: { claimName: name } });
const mounting = (...volumeMounts: object[]) => ({ ...anyContainer, volumeMounts });
const script = (pod: object) =>
  composeOf([deployment('api', pod)])
    .services['api-volumes']?.entrypoint?.slice(2)
    .join('\n');

test('before anything else starts, a one-shot gives the volumes of a pod to its group', () => {
  const template = { metadata: { name: 'data' }, spec: anyClaim };
  const pod = {
    securityContext: { runAsUser: 999, fsGroup: 2000 },
    initContainers: [{ ...mounting(mount('data')), name: 'restore', image: 'acme/tools:1' }],
    containers: [mounting(mount('data'))],
  };
  const file = composeOf([statefulSet('db', { volumeClaimTemplates: [template] }, pod)]);
  expect(file.services['db-volumes']).toEqual({
    aside: true,
    image: 'acme/api:1',
    comment: 'Lets group 2000 write to the volumes, as fsGroup does in the cluster.',
    entrypoint: ['sh', '-c', 'chgrp 2000 data && chmod g+rwxs data'],
    working_dir: '/volumes',
    volumes: [{ type: 'volume', source: 'data-db-0', target: '/volumes/data', volume: { nocopy: true } }],
    network_mode: 'none',
    user: '0:2000',
    cap_drop: ['ALL'],
    cap_add: ['CHOWN', 'FOWNER'],
    read_only: true,
    security_opt: ['no-new-privileges:true'],
  });
  expect(eachOf(file, 'depends_on')).toEqual({
    'db-volumes': undefined,
    'db-restore': { 'db-volumes': { condition: 'service_completed_successfully' } },
    db: { 'db-restore': { condition: 'service_completed_successfully' } },
  });
});

test('it is not there where nothing has to be done', () => {
  const alone = { volumes: [{ name: 'tmp', emptyDir: {} }], containers: [mounting(mount('tmp'))] };
  expect(script({ ...alone, securityContext: { fsGroup: 2000 } })).toBeUndefined();
  expect(script({ volumes: [claim('data')], containers: [mounting(mount('data'))] })).toBeUndefined();
  const shared = [mounting(mount('work')), { ...mounting(mount('work')), name: 'tail' }];
  const inMemory = { volumes: [{ name: 'work', emptyDir: { medium: 'Memory' } }], containers: shared };
  expect(script({ ...inMemory, securityContext: { fsGroup: 2000 } })).toBeUndefined();
});

test('without a group a shared emptyDir is open to everybody, and a claim is the business of its storage', () => {
  const pod = {
    volumes: [{ name: 'work', emptyDir: {} }, claim('data')],
    containers: [mounting(mount('work'), mount('data')), { ...mounting(mount('work')), name: 'tail' }],
  };
  expect(script(pod)).toBe('chmod 0777 work');
  expect(composeOf([deployment('api', pod)]).services['api-volumes']).toMatchObject({
    comment: 'Lets everybody write to the emptyDirs and makes the folders of subPaths, as a kubelet does.',
    user: '0:0',
  });
});

test('a folder that is mounted in place of its volume is made: Docker refuses what is not there', () => {
  const containers = [
    mounting(mount('data', { subPath: 'pg/17' }), mount('data', { subPath: "it's odd", mountPath: '/odd' })),
  ];
  expect(script({ volumes: [claim('data')], containers })).toBe("mkdir -p data/pg/17 'data/it'\\''s odd'");
  const one = [mounting(mount('data', { subPath: 'pg' }))];
  expect(script({ volumes: [claim('data')], containers: one })).toBe('mkdir -p data/pg');
  const pod = { securityContext: { fsGroup: 5 }, volumes: [claim('data')], containers };
  expect(script(pod)).toBe(
    "mkdir -p data/pg/17 'data/it'\\''s odd' && chgrp 5 data data/pg/17 'data/it'\\''s odd' && chmod g+rwxs data data/pg/17 'data/it'\\''s odd'",
  );
});

test('it does so in a shell, again and again', () => {
  inFolder((folder) => {
    const group = process.getgid?.() ?? 0;
    const containers = [mounting(mount('data', { subPath: "it's $HOME" }))];
    const pod = { securityContext: { fsGroup: group }, volumes: [claim('data')], containers };
    mkdirSync(join(folder, 'data'));
    for (const _ of ['first', 'second']) {
      const { status, stderr } = spawnSync('sh', ['-c', script(pod) ?? ''], { cwd: folder, encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    }
    const modes = ['data', "data/it's $HOME"].map((path) => statSync(join(folder, path)).mode & 0o2070);
    expect(modes).toEqual([0o2070, 0o2070]);
  });
});

test('it has the image that the pod has, built where that is', () => {
  const pod = {
    securityContext: { fsGroup: 2000 },
    volumes: [claim('data')],
    containers: [mounting(mount('data'))],
  };
  const { services } = composeOf([deployment('api', pod)], { api: { build: './api' } });
  expect(services['api-volumes']).toMatchObject({ image: 'acme/api:1', build: './api', pull_policy: 'build' });
});
