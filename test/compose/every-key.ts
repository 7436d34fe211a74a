import type { ComposeFile, Service } from '../../lib/compose/compose-file';

/** A service that says everything that a service can say. */
export const everyKey: Required<Service> = {
  comment: 'a',
  aside: false,
  image: 'a/b:1',
  build: { context: './a', dockerfile: 'b', target: 'c', args: { D: 'e' } },
  depends_on: {
    b: { condition: 'service_healthy', restart: true },
    'a-2': { condition: 'service_started' },
    'a-10': { condition: 'service_started' },
  },
  volumes: [
    { type: 'volume', source: 'a', target: '/a', read_only: true, volume: { nocopy: true, subpath: 'b' } },
    { type: 'bind', source: './a', target: '/b', read_only: true, bind: { create_host_path: false } },
  ],
  configs: [{ source: 'a', target: '/a' }],
  secrets: [{ source: 'a', target: '/a' }],
  environment: { A: 'a' },
  env_file: ['./a.env'],
  ports: [
    { variable: 'A_9000_PORT', published: 1, target: 2 },
    { variable: 'A_80_PORT', published: 2, target: 2, protocol: 'udp' },
    { variable: 'A_PORT', published: 3, target: 3 },
    { variable: 'A_P_PORT', published: 4, target: 4 },
  ],
  networks: { a: { aliases: ['b', 'c'] }, d: { aliases: ['b', 'c'] } },
  network_mode: 'none',
  extra_hosts: ['a=1'],
  command: ['a'],
  entrypoint: ['a'],
  working_dir: '/a',
  restart: 'always',
  healthcheck: {
    test: ['CMD', 'a'],
    interval: '1s',
    timeout: '1s',
    retries: 1,
    start_period: '1s',
    start_interval: '1s',
  },
  labels: { a: 'a' },
  user: '1',
  cap_add: ['A'],
  cap_drop: ['A'],
  cpu_quota: 1000,
  cpu_shares: 1,
  deploy: { replicas: 2, resources: { limits: { cpus: '1', memory: '1m' }, reservations: { memory: '1m' } } },
  develop: { watch: [{ action: 'rebuild', path: 'a' }] },
  dns: ['1.1.1.1'],
  dns_opt: ['ndots:1'],
  dns_search: ['a'],
  domainname: 'a',
  group_add: ['1'],
  hostname: 'a',
  ipc: 'host',
  memswap_limit: '1m',
  pid: 'host',
  platform: 'linux/amd64',
  post_start: [{ command: ['a'] }],
  pre_stop: [{ command: ['a'] }],
  privileged: true,
  profiles: ['a'],
  pull_policy: 'build',
  read_only: true,
  security_opt: ['a'],
  shm_size: '1m',
  stdin_open: true,
  stop_grace_period: '1s',
  stop_signal: 'SIGINT',
  sysctls: { a: '1' },
  tmpfs: ['/a'],
  tty: true,
};

const { ports: _, ...withoutPorts } = everyKey;
const aside: Service = { ...withoutPorts, aside: true };

/** A file that says everything that a file can say: the service twice, spread out and in braces. */
export const everything: ComposeFile = {
  services: { a: everyKey, 'a-aside': aside },
  networks: {
    a: { comment: 'b', internal: true, driver_opts: { c: 'd' }, ipam: { config: [{ subnet: '10.0.0.0/28' }] } },
  },
  volumes: { a: { driver_opts: { type: 'tmpfs' } }, b: {} },
  configs: { a: { file: './a' } },
  secrets: { a: { file: './a' } },
};
