import { parse } from 'yaml';
import { mapIn } from '../../lib/equivalence/compose-words';
import { interpolatedValues } from '../../lib/equivalence/interpolated';
import { readCompose } from '../../lib/equivalence/read-compose';

/*
 * Pairs written by hand after the Compose Specification: what a service says, and what it means. They hold the reader
 * to the specification, whatever our renderer writes.
 */

const files: Readonly<Record<string, { content: string; executable: boolean }>> = {
  './a.env': {
    content: 'PLAIN=a b # note\nSINGLE=\'$HOME \\n\'\nDOUBLE="a\\nb $$ \\"c\\""\n# no\nBOTH=file\n',
    executable: false,
  },
  './raw.env': { content: "A='$HOME' # kept\nB=x=y\n", executable: false },
  './settings': { content: 'port = 1\n', executable: false },
  './run.sh': { content: '#!/bin/sh\n', executable: true },
  './token': { content: 'hush', executable: false },
};

const around = `
networks: {front: {}, back: {internal: true}, default: {}}
volumes: {data: {}, shared: {driver_opts: {type: tmpfs, device: tmpfs, o: 'size=1m,uid=5,mode=0700'}}}
configs: {settings: {file: ./settings}, run: {file: ./run.sh}}
secrets: {token: {file: ./token}}
`;

function read(services: string) {
  const file = mapIn(interpolatedValues(parse(`services:\n${services.replace(/^/gm, '  ')}\n${around}`)));
  return readCompose({ file, folder: '/home/me/project', fileAt: (path) => files[path] });
}

const pairs: readonly (readonly [title: string, service: string, meaning: object])[] = [
  [
    'an image alone runs once, without limits',
    'image: a:1',
    { image: 'a:1', restart: 'no', resources: {}, mounts: {}, replicas: 1 },
  ],
  [
    'entrypoint and command as lists',
    'entrypoint: [a, b c]\ncommand: ["$$HOME"]',
    { entrypoint: ['a', 'b c'], command: ['$HOME'] },
  ],
  ["no entrypoint is the image's own", 'entrypoint: null', { entrypoint: undefined }],
  ['a folder to build', 'build: ./app/', { build: { context: 'app', dockerfile: 'Dockerfile' } }],
  [
    'a build at length',
    'build: {context: /home/me/project/app, target: dev, args: {A: "1"}}\npull_policy: build',
    { build: { context: 'app', dockerfile: 'Dockerfile', target: 'dev', args: { A: '1' } }, pull: 'build' },
  ],
  ['variables as a map', 'environment: {A: "1", B: "", C: "$$x"}', { environment: { A: '1', B: '', C: '$x' } }],
  ['variables as a list', 'environment: [A=1, "B=x=y"]', { environment: { A: '1', B: 'x=y' } }],
  [
    'variables of a file, under those of the service',
    'env_file: ./a.env\nenvironment: {BOTH: mine}',
    { environment: { PLAIN: 'a b', SINGLE: '$HOME \\n', DOUBLE: 'a\nb $ "c"', BOTH: 'mine' } },
  ],
  [
    'a raw file of variables',
    'env_file: [{path: ./raw.env, format: raw}]',
    { environment: { A: "'$HOME' # kept", B: 'x=y' } },
  ],
  [
    'a user and groups',
    'user: "1000:2000"\ngroup_add: [b, "7"]',
    { security: { user: '1000:2000', groups: ['7', 'b'] } },
  ],
  [
    'a hardened container',
    'read_only: true\ncap_drop: [ALL]\ncap_add: [B, A]\nsecurity_opt: ["no-new-privileges:true"]',
    { security: { readOnlyRoot: true, drop: ['ALL'], add: ['A', 'B'], privilegeEscalation: false, options: [] } },
  ],
  [
    'an open one',
    'privileged: true\nsecurity_opt: ["seccomp:unconfined"]',
    { security: { privileged: true, readOnlyRoot: false, privilegeEscalation: true, options: ['seccomp=unconfined'] } },
  ],
  [
    'limits, in binary units',
    'deploy: {resources: {limits: {cpus: "0.25", memory: 64m}}}\nmemswap_limit: 67108864',
    { resources: { cpuMillis: 250, memory: '67108864', memoryAndSwap: '67108864' } },
  ],
  [
    'limits in bytes, and a weight',
    'deploy: {resources: {limits: {memory: 1000b}}}\ncpu_shares: 512',
    { resources: { memory: '1000', cpuShares: 512 } },
  ],
  [
    'more bytes than a number holds',
    'deploy: {resources: {limits: {memory: "9007199254740993"}}}',
    { resources: { memory: '9007199254740993' } },
  ],
  [
    'a volume at length',
    'volumes: [{type: volume, source: data, target: /d, read_only: true, volume: {nocopy: true, subpath: a/b}}]',
    { mounts: { '/d': { volume: 'data', folder: 'a/b', readOnly: true, startsEmpty: true } } },
  ],
  [
    'a volume in short',
    'volumes: ["data:/d", "data:/e:ro"]',
    {
      mounts: {
        '/d': { volume: 'data', readOnly: false, startsEmpty: false },
        '/e': { volume: 'data', readOnly: true, startsEmpty: false },
      },
    },
  ],
  [
    'a folder of the project at length, wherever the project lies',
    'volumes: [{type: bind, source: ./src/, target: /a}, {type: bind, source: /home/me/project/src, target: /b}]',
    {
      mounts: {
        '/a': { other: { type: 'bind', source: 'src', target: '/a' } },
        '/b': { other: { type: 'bind', source: 'src', target: '/b' } },
      },
    },
  ],
  [
    'a folder of the machine, as it is written',
    'volumes: [{type: bind, source: /var/log/, target: /logs}, {type: bind, source: /home/me/project2, target: /b}]',
    {
      mounts: {
        '/logs': { other: { type: 'bind', source: '/var/log/', target: '/logs' } },
        '/b': { other: { type: 'bind', source: '/home/me/project2', target: '/b' } },
      },
    },
  ],
  [
    'what an edit does',
    'develop: {watch: [{action: rebuild, path: ./src, exec: {command: null}}, {action: sync, path: /home/me/project/web, target: /web}]}',
    {
      watches: [
        { action: 'rebuild', path: 'src' },
        { action: 'sync', path: 'web', target: '/web' },
      ],
      more: {},
    },
  ],
  ['a folder of the laptop', 'volumes: ["./src:/src"]', { mounts: { '/src': { other: './src:/src' } } }],
  [
    'a file system in memory',
    'tmpfs: ["/tmp:size=1k,exec,mode=1777", /run]',
    { mounts: { '/tmp': { inMemory: ['exec', 'mode=1777', 'size=1024'] }, '/run': { inMemory: [] } } },
  ],
  [
    'files at their place',
    'configs: [{source: settings, target: /etc/app/settings}, {source: run, target: /run.sh}]',
    {
      mounts: {
        '/etc/app/settings': { file: 'port = 1\n', executable: false },
        '/run.sh': { file: '#!/bin/sh\n', executable: true },
      },
    },
  ],
  [
    'files at the places that Compose gives them',
    'configs: [settings]\nsecrets: [token]',
    {
      mounts: {
        '/settings': { file: 'port = 1\n', executable: false },
        '/run/secrets/token': { file: 'hush', executable: false },
      },
    },
  ],
  [
    'a health check',
    'healthcheck: {test: [CMD, ready], interval: 1m30s, timeout: 500ms, retries: 5, start_period: 1h, start_interval: 2s}',
    {
      health: {
        asks: ['CMD', 'ready'],
        intervalSeconds: 90,
        timeoutSeconds: 0.5,
        retries: 5,
        startSeconds: 3600,
        startIntervalSeconds: 2,
      },
    },
  ],
  [
    "a health check with Docker's own times, by a shell",
    'healthcheck: {test: "test -f /ready"}',
    {
      health: {
        asks: ['CMD-SHELL', 'test -f /ready'],
        intervalSeconds: 30,
        timeoutSeconds: 30,
        retries: 3,
        startSeconds: 0,
        startIntervalSeconds: 5,
      },
    },
  ],
  ['an image whose own health check is turned off', 'healthcheck: {test: [NONE]}', { health: 'none' }],
  ['the same in other words', 'healthcheck: {disable: true}', { health: 'none' }],
  ['no health check', 'healthcheck: {interval: 5s}', { health: undefined }],
  ['restarts and grace', 'restart: on-failure\nstop_grace_period: 2m', { restart: 'on-failure', graceSeconds: 120 }],
  [
    'names of its own and of others',
    'hostname: a-0\ndomainname: a.b\nextra_hosts: ["x=::1", "y:192.0.2.1"]',
    { hostname: 'a-0', domainname: 'a.b', hosts: { x: '::1', y: '192.0.2.1' } },
  ],
  [
    'ports in short',
    'ports: ["127.0.0.1:${PORT:-80}:8080", "53:53/udp", "9"]',
    { ports: ['0.0.0.0:53 -> 53/udp', '0.0.0.0:any -> 9/tcp', '127.0.0.1:80 -> 8080/tcp'] },
  ],
  [
    'a port at length',
    'ports: [{target: 80, published: "8080", host_ip: 127.0.0.1, protocol: tcp, mode: ingress}]',
    { ports: ['127.0.0.1:8080 -> 80/tcp'] },
  ],
  ['what comes before, as a list', 'depends_on: [x]', { after: { x: 'service_started' } }],
  [
    'what comes before, at length',
    'depends_on: {x: {condition: service_healthy, restart: true}, y: {required: false}}',
    { after: { x: 'service_healthy and restarts with it', y: 'service_started if it is there' } },
  ],
  ['profiles and replicas', 'profiles: [jobs]\ndeploy: {replicas: 2}', { profiles: ['jobs'], replicas: 2 }],
  ['what nobody here knows', 'stop_signal: SIGQUIT\nx-note: 1\nlabels: {a: b}', { more: { stop_signal: 'SIGQUIT' } }],
  ['the network of another', 'network_mode: service:x', { network: { of: 'x' } }],
  ['no network', 'network_mode: none', { network: { reaches: {}, outside: false } }],
];

test.each(pairs)('%s', (_, service, meaning) => {
  expect(read(`a:\n${service.replace(/^/gm, '  ')}`).services.a).toMatchObject(meaning);
});

describe('networks', () => {
  const { services } = read(`
a: {networks: {front: {aliases: [x, a]}, back: {aliases: [y]}}}
b: {networks: [back]}
c: {networks: {front: null}}
d: {}`);

  test('lead to those on them, by the names that these have there', () => {
    expect(services.b?.network).toEqual({ reaches: { a: ['y'], b: [] }, outside: false });
    expect(services.c?.network).toEqual({ reaches: { a: ['x'], c: [] }, outside: true });
  });

  test('lead out where one of them does', () => {
    expect(services.a?.network).toEqual({ reaches: { a: ['x', 'y'], b: [], c: [] }, outside: true });
  });

  test('who names none is on the default one', () => {
    expect(services.d?.network).toEqual({ reaches: { d: [] }, outside: true });
  });

  test('that nobody defines are refused, as Compose does', () => {
    expect(() => read('a: {networks: [nowhere]}')).toThrow('no network nowhere');
  });
});

describe('volumes', () => {
  test('may lie in memory', () => {
    expect(read('a: {}').volumes).toEqual({
      data: { folders: {} },
      shared: { inMemory: ['mode=0700', 'size=1048576', 'uid=5'], folders: {} },
    });
  });

  const owner = (more: string) =>
    read(
      `
a: {image: b, user: "0:5", working_dir: /volumes, ${more}
  entrypoint: [sh, -c, "mkdir -p 'x/it''s' && chgrp 5 x 'x/it''s' && chmod g+rwxs x"],
  volumes: [{type: volume, source: data, target: /volumes/x, volume: {nocopy: true}}]}`.replaceAll("''", `'\\\\''`),
    ).volumes.data;

  test('may be given to a group by a one-shot that has the leave for it', () => {
    expect(owner('cap_add: [CHOWN, FOWNER],')).toEqual({
      writable: 'group 5, g+rwxs',
      folders: { "it's": 'group 5' },
    });
    expect(owner('')).toEqual({ folders: { "it's": '' } });
  });
});
