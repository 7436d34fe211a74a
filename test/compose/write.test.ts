import { parse } from 'yaml';
import type { ComposeFile, Service } from '../../lib/compose/compose-file';
import { composeYaml } from '../../lib/compose/write';
import { object, podTemplate } from '../workloads/manifests';
import { tandemOf } from './tandem';

const nothing: ComposeFile = { services: {}, networks: {}, volumes: {}, configs: {}, secrets: {} };
const withService = (service: Service): ComposeFile => ({ ...nothing, services: { api: service } });

/** Less the two lines of the header. */
const yaml = (file: ComposeFile) => composeYaml(file).split('\n').slice(3).join('\n');

test('a port is the one value that Compose interpolates, on the loopback address alone', () => {
  const ports = [{ variable: 'API_PORT', published: 8000, target: 80 }];
  expect(yaml(withService({ ports }))).toBe(`services:
  api:
    ports: ['127.0.0.1:\${API_PORT:-8000}:80']
`);
});

test('a service reads as people write one: in the usual order, and on one line what fits there', () => {
  const service: Service = {
    comment: 'Why it\nis there.',
    restart: 'unless-stopped',
    environment: { A: '1' },
    networks: { front: {}, back: {} },
    image: 'acme/api:1',
    entrypoint: ['sh', '-c', 'x'.repeat(100)],
    command: ['a', '--b'],
    env_file: ['./.tandem/env/api.env'],
  };
  expect(yaml(withService(service))).toBe(`services:
  # Why it is there.
  api:
    image: acme/api:1
    environment:
      A: '1'
    env_file: [./.tandem/env/api.env]
    networks: [front, back]
    command: [a, '--b']
    entrypoint:
      - sh
      - '-c'
      - ${'x'.repeat(100)}
    restart: unless-stopped
`);
});

test('nothing that a service says is lost, and its keys have the order that linters ask for', () => {
  const service: Required<Service> = {
    comment: 'a',
    image: 'a',
    build: 'a',
    depends_on: { a: { condition: 'service_healthy', restart: true } },
    volumes: [{ type: 'volume', source: 'a', target: '/a', volume: { nocopy: true } }],
    configs: [{ source: 'a', target: '/a' }],
    secrets: [{ source: 'a', target: '/a' }],
    environment: { A: 'a' },
    env_file: ['a'],
    ports: [{ variable: 'A', published: 1, target: 2 }],
    networks: { a: {} },
    network_mode: 'none',
    extra_hosts: ['a=1'],
    command: ['a'],
    entrypoint: ['a'],
    working_dir: '/a',
    restart: 'a',
    healthcheck: { test: ['a'], interval: '1s', timeout: '1s', retries: 1, start_period: '1s', start_interval: '1s' },
    labels: { a: 'a' },
    user: '1',
    cap_add: ['A'],
    cap_drop: ['A'],
    cpu_shares: 1,
    deploy: { resources: { limits: { cpus: '1', memory: '1m' } } },
    domainname: 'a',
    group_add: ['1'],
    hostname: 'a',
    memswap_limit: '1m',
    platform: 'linux/amd64',
    privileged: true,
    profiles: ['a'],
    pull_policy: 'a',
    read_only: true,
    security_opt: ['a'],
    stop_grace_period: '1s',
    tmpfs: ['/a'],
  };
  const { comment: _, ...keys } = service;
  expect(Object.keys(parse(yaml(withService(service))).services.api)).toEqual(Object.keys(keys));
});

test('networks have their aliases with them, and those without have nothing', () => {
  expect(yaml(withService({ networks: { front: { aliases: ['api', 'api.orders'] }, back: {} } }))).toBe(`services:
  api:
    networks:
      front: {aliases: [api, api.orders]}
      back:
`);
});

test('a file has a header, and the sections that hold something, each entry on a line behind its comment', () => {
  const file: ComposeFile = {
    ...nothing,
    services: { a: { image: 'a:1' }, b: { image: 'b:1' } },
    networks: { open: { comment: 'Open.' }, pair: { internal: true } },
    volumes: { data: {} },
    configs: { 'conf_a.ini': { file: './a.ini' } },
    secrets: { keys_token: { file: './token' } },
  };
  expect(composeYaml(file)).toBe(`# Written by cdk8s-tandem from the app of cdk8s.yaml: change that, not this file.
# After a clone \`npx cdk8s synth\` comes first: it makes .tandem/, this laptop's own secrets and mounted files.

services:
  a:
    image: a:1

  b:
    image: b:1

networks:
  # Open.
  open:
  pair: {internal: true}

volumes:
  data:

configs:
  conf_a.ini: {file: ./a.ini}

secrets:
  keys_token: {file: ./token}
`);
});

test('a comment has one line, whatever is in it', () => {
  const schedule = '0 1 * * *\r\n  evil:\r  a\u2028b\u0085c\u0000';
  const job = { schedule, jobTemplate: { spec: { template: podTemplate('load') } } };
  const { file } = tandemOf([object('batch/v1', 'CronJob', 'load', { spec: job })]).rendered;
  expect(yaml(file)).toContain(
    'services:\n  # In the cluster at "0 1 * * * evil: a b c "; here by hand: docker compose run --rm load\n  load:\n',
  );
});
