import type { LocalOptions } from 'cdk8s-tandem';
import { deployment } from '../workloads/manifests';
import { anyService, eachOf, serviceFor, tandemOf, toldFor, toldOf } from './tandem';

const image = 'ghcr.io/acme/api:1.2.3';
const buildOf = (build: LocalOptions['build']) => serviceFor({}, {}, { build }).build;

describe('the image that is pulled', () => {
  test('is pulled when it is missing, whatever the cluster does', () => {
    expect(serviceFor({ image, imagePullPolicy: 'Always' })).toEqual({ ...anyService, image });
    expect(toldFor({ image, imagePullPolicy: 'Always' })).toEqual([
      'containers/0/imagePullPolicy: approximated: pulled when missing: a laptop works offline too',
    ]);
  });

  test('is that of the platform that the laptop wants, in each container', () => {
    const pod = deployment('db', {
      securityContext: { fsGroup: 5 },
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
      containers: [
        { name: 'main', image, volumeMounts: [{ name: 'data', mountPath: '/data' }] },
        { name: 'exporter', image: 'exporter:1' },
      ],
    });
    const output = tandemOf([pod], { db: { platform: 'linux/amd64' } });
    const platform = 'linux/amd64';
    expect(eachOf(output.rendered.file, 'platform')).toEqual({
      'db-volumes': platform,
      db: platform,
      'db-exporter': platform,
    });
  });
});

describe('the image that is built', () => {
  const pod = deployment('api', {
    initContainers: [{ name: 'migrate', image }],
    containers: [
      { name: 'main', image },
      { name: 'proxy', image: 'envoy:1' },
    ],
  });

  test('is so where the laptop says so, in each container that has it', () => {
    const output = tandemOf([pod], { api: { build: 'services/api' } });
    const built = { image, build: './services/api', pull_policy: 'build' };
    expect(output.rendered.file.services).toMatchObject({ 'api-migrate': built, api: built });
    expect(output.rendered.file.services['api-proxy']).not.toHaveProperty('build');
    expect(toldOf(output)).toEqual([
      'initContainers/0/image: local: built from services/api',
      'containers/0/image: local: built from services/api',
      'restartPolicy: approximated: an init container is not tried again: docker compose up says that it failed',
    ]);
  });

  test('of another container is built where that is named', () => {
    const output = tandemOf([pod], { api: { containers: { proxy: { build: './proxy' } } } });
    expect(eachOf(output.rendered.file, 'build')).toEqual({
      'api-migrate': undefined,
      api: undefined,
      'api-proxy': './proxy',
    });
    expect(toldOf(output)).toEqual([
      'restartPolicy: approximated: an init container is not tried again: docker compose up says that it failed',
      'containers/1/image: local: built from ./proxy',
    ]);
  });

  test('has its tag alone: Compose takes no digest beside a build', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    expect(serviceFor({ image: `acme/api:1@${digest}` }, {}, { build: '.' }).image).toBe('acme/api:1');
  });

  test.each([
    ['services/api', './services/api'],
    ['./services/api/', './services/api'],
    ['services//api/../etl', './services/etl'],
    ['.', '.'],
    ['./', '.'],
  ])('from %j is from %j: relative to the Compose file, as every system reads it', (given, rendered) => {
    expect(buildOf(given)).toBe(rendered);
  });

  test('and one whose sources are mounted say both', () => {
    const watch = { mount: './services/api', at: '/app' };
    expect(toldFor({}, {}, { watch })).toEqual(['containers/0/image: local: ./services/api in place of its /app']);
    expect(toldFor({}, {}, { build: './services/api', watch })).toEqual([
      'containers/0/image: local: built from ./services/api, ./services/api in place of its /app',
    ]);
  });

  test('by more than a folder has what was said, and in short where it is nothing more', () => {
    const args = { PYTHON: '3.13' };
    expect(buildOf({ context: 'services', dockerfile: 'api/Dockerfile', target: 'dev', args })).toEqual({
      context: './services',
      dockerfile: 'api/Dockerfile',
      target: 'dev',
      args,
    });
    expect(buildOf({ context: 'services/api' })).toBe('./services/api');
    expect(buildOf({ context: 'services/api', target: undefined })).toBe('./services/api');
  });
});
