import type { Chart } from 'cdk8s';
import { SynthesisError } from 'cdk8s-tandem';
import { DataApi, EtlCronJob, type Server, StatefulMongo } from '../../lib';
import { rules as apiRules } from '../../lib/constructs/data-api/rules';
import { rules as mongoRules } from '../../lib/constructs/stateful-mongo-props';
import { synthesized } from '../synthesis';

const throwing = Object.defineProperty({}, 'a', {
  enumerable: true,
  get() {
    throw new Error('of the user');
  },
});
const unreachable = new Proxy(
  {},
  {
    ownKeys() {
      throw new Error('of the user');
    },
  },
);
const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;
const deep = [...Array(20_000)].reduce<object>((inner) => ({ a: inner }), {});

/** What comes from JavaScript, from JSON and from a slip of the hand: none is right for any prop. */
const values: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['a number below zero', -1],
  ['a huge number', 1e21],
  ['a bigint', 10n],
  ['true', true],
  ['a half character', 'a\ud800'],
  ['a NUL', 'a\0b'],
  ['a huge text', 'a'.repeat(200_000)],
  ['a list of null', [null]],
  ['a list of undefined', [undefined]],
  ['a list of lists', [[null]]],
  ['a huge list', new Array(1e8)],
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['a getter that throws', throwing],
  ['a proxy that throws', unreachable],
  ['a cycle', cyclic],
  ['an object too deep', deep],
];

const plain = { image: 'ghcr.io/acme/a:1' };
const constructs: Readonly<Record<string, (chart: Chart, props: never) => unknown>> = {
  api: (chart, props) => new DataApi(chart, 'api', props),
  etl: (chart, props) => new EtlCronJob(chart, 'etl', props),
  mongo: (chart, props) => new StatefulMongo(chart, 'mongo', props),
};
const props: Readonly<Record<string, readonly string[]>> = {
  api: Object.keys(apiRules),
  etl: ['image', 'schedule', 'timeZone', 'env', 'command', 'resources', 'egress', 'local', 'config', 'secretFiles'],
  mongo: Object.keys(mongoRules),
};

/** Every mistake, in one line each; nothing where it was taken. Any other error fails the test. */
function mistakes(define: (chart: Chart) => void): readonly string[] {
  try {
    synthesized(define);
    return [];
  } catch (error) {
    if (error instanceof SynthesisError) return error.problems;
    throw error;
  }
}

const told = /^orders\/[^\n·]+ · [^\n]+?: [^\n]+\. Expected [^\n]+[.…] Fix: [^\n]+[.?…]$/u;

describe.each(Object.keys(constructs))('%s', (kind) => {
  test.each(values)('refuses %s in every prop, each of them told', (_, value) => {
    const names = props[kind] ?? [];
    const given = Object.fromEntries(names.map((name) => [name, value]));
    const said = mistakes((chart) => constructs[kind]?.(chart, given as never));
    for (const line of said) expect(line).toMatch(told);
    for (const name of names) expect(said.join('\n')).toMatch(new RegExp(`^orders/${kind} · ${name}\\b`, 'm'));
  });

  test.each(values)('refuses %s in place of its props', (_, value) => {
    const said = mistakes((chart) => constructs[kind]?.(chart, value as never));
    expect(said).not.toEqual([]);
    for (const line of said) expect(line).toMatch(told);
  });
});

test('keys of an object’s prototype are keys like others', () => {
  const env = JSON.parse('{"__proto__": "a", "constructor": "b", "toString": "c"}');
  const { manifests, rendered } = synthesized((chart) => new DataApi(chart, 'api', { ...plain, env }));
  expect(Object.entries(rendered.file.services.api?.environment ?? {})).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
    ['toString', 'c'],
  ]);
  const deployment = JSON.stringify(manifests.find(({ kind }) => kind === 'Deployment')?.object);
  expect(deployment).toContain('{"name":"__proto__","value":"a"},{"name":"constructor","value":"b"}');
});

test('what its maker changes later changes nothing', () => {
  const env: Record<string, string> = { A: 'one' };
  const { manifests } = synthesized((chart) => {
    new DataApi(chart, 'api', { ...plain, env });
    env.A = 'two';
  });
  expect(JSON.stringify(manifests.map(({ object }) => object))).toContain('{"name":"A","value":"one"}');
});

test.each<[string, (chart: Chart) => void, string]>([
  ['nothing', (chart) => connected(chart, () => undefined), 'orders/api · connectTo: leads to no workload'],
  [
    'a job',
    (chart) => connected(chart, () => new EtlCronJob(chart, 'etl', { ...plain, schedule: '0 0 * * *' })),
    'orders/api · connectTo: leads to orders/etl, which listens on no port',
  ],
])('no workload connects to %s', (_, define, said) => {
  expect(mistakes(define)).toEqual([expect.stringContaining(said)]);
});

function connected(chart: Chart, to: (api: DataApi) => unknown): void {
  const api = new DataApi(chart, 'api', plain);
  api.connectTo(to(api) as Server);
}

test.each<[object, string]>([
  [{ image: 'nginx:1' }, 'image: is no MongoDB by its name'],
  [{ image: 'mongo:4.4' }, 'image: is not of the 7.0 line by its tag'],
  [{ image: 'mongo:7.1' }, 'image: is not of the 7.0 line by its tag'],
  [{ storage: '100Mi' }, 'storage: is below 1Gi'],
  [{ resources: { memory: { request: '64Mi', limit: '64Mi' } } }, 'resources.memory.limit: is less than the cache'],
])('a database with %j is refused', (given, said) => {
  expect(mistakes((chart) => new StatefulMongo(chart, 'mongo', given))).toEqual([expect.stringContaining(said)]);
});

test.each(['mongo:7', 'mongo:7.0', 'mongo:7.0.15-jammy', 'ghcr.io/acme/mongodb:blessed'])(
  '%s may be right',
  (image) => {
    expect(mistakes((chart) => new StatefulMongo(chart, 'mongo', { image }))).toEqual([]);
  },
);

test.each<[object, string]>([
  [{ tolerations: [{}] }, 'tolerations[0]: names no taint'],
  [{ tolerations: [{ key: 'a', effect: 'Never' }] }, 'tolerations[0].effect: is none of what it may be'],
  [{ container: { securityContext: 'none' } }, 'container.securityContext: has another form'],
  [{ pod: { volumes: { a: 1 } } }, 'pod.volumes: has another form'],
  [{ volumes: [{ name: 'a', emptyDir: 'memory' }] }, 'volumes[0].emptyDir: has another form'],
  [{ pod: { hostNetwrok: true } }, 'pod.hostNetwrok: is no field of Kubernetes, got true. Expected hostNetwork'],
  [{ pod: { dnsPolicy: 'clusterFirst' } }, 'pod.dnsPolicy: is none of what it may be, got "clusterFirst"'],
  [
    { container: { securityContext: { readOnlyRootFileSystem: false } } },
    'container.securityContext.readOnlyRootFileSystem: is no field of Kubernetes',
  ],
  [{ container: { stdin: 'yes' } }, 'container.stdin: has another type than Kubernetes asks for, got "yes"'],
  [{ containers: [{ name: 'x', image: 'acme/x:1', prots: [] }] }, 'containers[0].prots: is no field of Kubernetes'],
  [
    { volumes: [{ name: 'a' }], volumeMounts: [{ name: 'a', mountPath: '/a', readonly: true }] },
    'volumeMounts[0].readonly: is no field of Kubernetes',
  ],
  [{ podLabels: { constructor: 'a' } }, 'podLabels.constructor: is a name that cdk8s cannot write'],
  [{ livenessProbe: { httpGet: {} } }, 'livenessProbe.httpGet.port: is missing'],
  [
    { livenessProbe: { httpGet: { port: 8000, httpHeaders: [{ name: 'a', value: 'b\r\nc: d' }] } } },
    'livenessProbe.httpGet.httpHeaders[0].value: holds a character that ends a header',
  ],
  [
    { volumes: [{ name: 'a' }], volumeMounts: [{ name: 'a', mountPath: '/etc' }] },
    'volumeMounts[0].mountPath: is a place that the system fills itself',
  ],
])('%j is refused', (given, said) => {
  expect(mistakes((chart) => new DataApi(chart, 'api', { ...plain, ...given }))).toEqual([
    expect.stringContaining(said),
  ]);
});

test.each<object>([
  { pod: { hostIpc: false, hostPID: false } },
  { pod: { resources: { limits: { cpu: '1' } }, hostnameOverride: 'a' } },
  { container: { securityContext: { readOnlyRootFilesystem: null } } },
  { containers: [{ name: 'x', image: 'acme/x:1', lifecycle: { stopSignal: 'SIGUSR1' } }] },
])('%j is not: names of the typed classes, of Kubernetes, and younger ones', (given) => {
  expect(mistakes((chart) => new DataApi(chart, 'api', { ...plain, ...given }))).toEqual([]);
});
