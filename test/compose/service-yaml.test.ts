import { parse } from 'yaml';
import type { Service } from '../../lib/compose/compose-file';
import { serviceYaml } from '../../lib/compose/service-yaml';
import { everyKey } from './every-key';

const quiet = () => undefined;
const yaml = (service: Service, note: Parameters<typeof serviceYaml>[2] = quiet) =>
  `api:${serviceYaml('api', service, note)}`;

test('a service reads as people write one: in the usual order, and on one line what fits there', () => {
  const service: Service = {
    restart: 'unless-stopped',
    environment: { A: '1' },
    networks: { front: {}, back: {} },
    image: 'acme/api:1',
    command: ['a', '--b'],
    env_file: ['./.tandem/env/api.env'],
  };
  expect(yaml(service)).toBe(`api:
    image: acme/api:1
    environment: {A: '1'}
    env_file: [./.tandem/env/api.env]
    networks: [front, back]
    command: [a, --b]
    restart: unless-stopped
`);
});

test('what does not fit on a line has a line for each entry, but for the words of a command', () => {
  const long = (text: string) => text.repeat(60);
  const service: Service = {
    environment: { A: long('a'), B: long('b'), C: long('c') },
    configs: [
      { source: long('c'), target: '/somewhere' },
      { source: 'd', target: '/b' },
    ],
    command: ['run', long('e'), long('f'), 'g'],
    entrypoint: ['sh', '-c', long('echo ')],
  };
  expect(yaml(service)).toBe(
    `api:
    configs:
      - {source: ${long('c')}, target: /somewhere}
      - {source: d, target: /b}
    environment:
      A: ${long('a')}
      B: ${long('b')}
      C: ${long('c')}
    command: [run, ${long('e')},
      ${long('f')}, g]
    entrypoint: [sh, -c, '${long('echo ')}']
`,
  );
});

test('few variables stand together, and a long program is folded where it has single spaces', () => {
  const program = `import http.client; ${'a = 1; '.repeat(20)}print("done")`;
  const service: Service = {
    environment: { A: 'a'.repeat(70), B: 'b'.repeat(70) },
    entrypoint: ['python', '-c', program],
  };
  expect(yaml(service)).toBe(
    `api:
    environment: {A: ${'a'.repeat(70)},
      B: ${'b'.repeat(70)}}
    entrypoint: [python, -c, 'import http.client; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1;
        a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; a = 1; print("done")']
`,
  );
  expect(parse(yaml(service)).api.entrypoint).toEqual(['python', '-c', program]);
});

test('of a health check the times are on one line', () => {
  const times = { interval: '10s', timeout: '5s', retries: 5, start_period: '600s', start_interval: '5s' };
  const test = ['CMD', 'wget', '-q', '-O', '/dev/null', 'http://api.orders.svc.cluster.local:8000/ready'];
  expect(yaml({ healthcheck: { test, ...times } })).toBe(`api:
    healthcheck: {test: [CMD, wget, -q, -O, /dev/null, 'http://api.orders.svc.cluster.local:8000/ready'],
      interval: 10s, timeout: 5s, retries: 5, start_period: 600s, start_interval: 5s}
`);
});

test('names that two networks know are said once', () => {
  const aliases = ['api', 'api.orders'];
  expect(yaml({ networks: { front: { aliases }, back: {}, side: { aliases: ['b'] }, top: { aliases } } })).toBe(`api:
    networks:
      front: {aliases: &api-names [api, api.orders]}
      back: {}
      side: {aliases: [b]}
      top: {aliases: *api-names}
`);
});

test('no two lists of names have one anchor, and an anchor has no dots', () => {
  const networks = { a: { aliases: ['x'] }, b: { aliases: ['x'] }, c: { aliases: ['z'] }, d: { aliases: ['z'] } };
  expect(serviceYaml('api.v2', { networks }, quiet)).toBe(`
    networks:
      a: {aliases: &api_v2-names [x]}
      b: {aliases: *api_v2-names}
      c: {aliases: &api_v2-names-2 [z]}
      d: {aliases: *api_v2-names-2}
`);
});

test('a hundred networks and more are no attack to a reader', () => {
  const networks = Object.fromEntries(
    Array.from({ length: 250 }, (_, index) => [`n${index}`, { aliases: ['a', 'b'] }]),
  );
  const text = yaml({ networks });
  expect(parse(text).api.networks).toEqual(networks);
  expect(text.match(/&[\w-]+/g)).toEqual(['&api-names', '&api-names-2', '&api-names-3']);
});

test('what starts before or beside a container stands in braces, group by group', () => {
  const service: Service = {
    aside: true,
    image: 'acme/api:1',
    depends_on: { db: { condition: 'service_healthy' } },
    environment: { A: '1' },
    network_mode: 'service:db',
    user: '1:1',
    command: ['sh', '-c', 'echo '.repeat(20), 'b'],
    read_only: true,
  };
  expect(yaml(service)).toBe(`api: {image: 'acme/api:1', depends_on: {db: {condition: service_healthy}},
    environment: {A: '1'}, network_mode: 'service:db',
    command: [sh, -c,
      '${'echo '.repeat(20)}', b],
    user: '1:1', read_only: true}
`);
});

test('a note stands behind its key, or above it where there is no room', () => {
  const service: Service = { cpu_shares: 2, labels: { a: 'b'.repeat(100) }, volumes: everyKey.volumes.slice(0, 1) };
  expect(yaml(service, (key) => `about ${key}`)).toBe(`api:
    # about volumes
    volumes: [{type: volume, source: a, target: /a, read_only: true, volume: {nocopy: true, subpath: b}}]
    # about labels
    labels: {a: ${'b'.repeat(100)}}
    cpu_shares: 2  # about cpu_shares
`);
});

test('nothing that a service says is lost, and its keys have the order that linters ask for', () => {
  const { comment: _, aside: __, ports, depends_on, ...plain } = everyKey;
  const expected = {
    ...plain,
    depends_on: { 'a-10': depends_on['a-10'], 'a-2': depends_on['a-2'], b: depends_on.b },
    ports: [
      '127.0.0.1:${A_80_PORT:-2}:2/udp',
      '127.0.0.1:${A_9000_PORT:-1}:2',
      '127.0.0.1:${A_P_PORT:-4}:4',
      '127.0.0.1:${A_PORT:-3}:3',
    ],
  };
  for (const aside of [false, true]) {
    expect(parse(yaml({ ...everyKey, aside })).api).toEqual(expected);
  }
  const keys = Object.keys(everyKey).filter((key) => key !== 'comment' && key !== 'aside');
  expect(Object.keys(parse(yaml(everyKey)).api)).toEqual(keys);
  expect(Object.keys(parse(yaml({ ...everyKey, aside: true })).api)).toEqual(keys);
});
