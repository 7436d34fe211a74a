import { type ComposeConfig, projectOf } from '../../lib/laptop/compose';
import { serviceWith } from '../doctor/facts';

/** As `docker compose config --format json` answers, less what nobody reads. */
const config: ComposeConfig = {
  name: 'orders',
  services: {
    'mongo-volumes': {
      image: 'mongo:7.0.15',
      entrypoint: ['sh', '-c', 'chgrp 10001 data'],
      network_mode: 'none',
      volumes: [{ type: 'volume', source: 'data-mongo-0', target: '/volumes/data' }],
    },
    mongo: {
      image: 'mongo:7.0.15',
      entrypoint: null,
      depends_on: {
        'mongo-volumes': { condition: 'service_completed_successfully' },
        dns: { condition: 'service_started' },
      },
      volumes: [
        { type: 'volume', source: 'data-mongo-0', target: '/data/db' },
        { type: 'bind', source: '/project/conf', target: '/conf' },
      ],
      configs: [{ source: 'scripts_ready.sh', target: '/scripts/ready.sh' }],
      secrets: [{ source: 'mongo-secrets_keyfile', target: '/secret/keyfile' }],
      healthcheck: { test: ['CMD', 'bash', '/scripts/ready.sh'] },
    },
    api: {
      build: { context: '/project/services/api', dockerfile: 'Dockerfile' },
      environment: { PATH: '/opt/bin', TOKEN: null },
      ports: [
        { host_ip: '127.0.0.1', published: '8000', target: 8000 },
        { host_ip: '127.0.0.1', published: '0', target: 9000 },
        { published: '9001', target: 9001 },
      ],
      healthcheck: { disable: true },
    },
  },
  volumes: { 'data-mongo-0': { name: 'orders_data-mongo-0' } },
  secrets: { 'mongo-secrets_keyfile': { file: '/project/.tandem/secrets/mongo-secrets/keyfile' } },
};

const project = projectOf(config, '/project');

test('a service is what the checks look at: names as Docker knows them, files as people do', () => {
  expect(project.services).toEqual([
    serviceWith({
      name: 'mongo-volumes',
      image: 'mongo:7.0.15',
      entrypoint: ['sh', '-c', 'chgrp 10001 data'],
      networkMode: 'none',
      volumes: ['orders_data-mongo-0'],
      mounts: ['/volumes/data'],
    }),
    serviceWith({
      name: 'mongo',
      image: 'mongo:7.0.15',
      healthcheck: ['CMD', 'bash', '/scripts/ready.sh'],
      after: ['mongo-volumes'],
      volumes: ['orders_data-mongo-0'],
      secretFiles: ['.tandem/secrets/mongo-secrets/keyfile'],
      mounts: ['/data/db', '/conf', '/secret/keyfile', '/scripts/ready.sh'],
    }),
    serviceWith({ name: 'api', image: 'orders-api', built: true, path: '/opt/bin' }),
  ]);
});

test('a published port is one that has a number', () => {
  expect(project.ports).toEqual([
    { service: 'api', host: '127.0.0.1', port: 8000, target: 8000 },
    { service: 'api', host: '0.0.0.0', port: 9001, target: 9001 },
  ]);
});

test('a build has a folder and a Dockerfile, if that is not in the file itself', () => {
  expect(project.builds).toEqual([{ service: 'api', context: '/project/services/api', dockerfile: 'Dockerfile' }]);
  const inline = { build: { context: '/project', dockerfile: 'Dockerfile', dockerfile_inline: 'FROM scratch' } };
  expect(projectOf({ name: 'x', services: { a: inline } }, '/project').builds).toEqual([
    { service: 'a', context: '/project' },
  ]);
});
