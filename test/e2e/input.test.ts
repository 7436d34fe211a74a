import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { DataApi, EtlCronJob, StatefulMongo, SynthesisError, type TandemApp } from 'cdk8s-tandem';
import fc from 'fast-check';
import { written } from '../synthesis';
import { run, tryRun } from './run';
import { describeOn } from './selected';

// Whatever synth takes, the API server and Compose take. Each prop is drawn from right and wrong values of its family.

const namespace = 'input-asked';
const platforms = 60;

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aZ09-._/ é\u202e'), maxLength: 8 }),
  fc.constantFrom('', 'api', 'a-', '-a', '1a', 'My_App', '__proto__', 'constructor', 'a'.repeat(64), 'x'.repeat(300)),
);
const label = fc.dictionary(word, word, { maxKeys: 2 });
const number = fc.oneof(fc.integer({ min: -1, max: 70_000 }), fc.constantFrom<unknown>(0.5, '8000', Number.NaN, 1e21));
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('$HOME', '$$', '${A}', '$(A)', 'yes', '0o7', '2001-01-01', '- a', '#', 'a: b', '\x85', '~', '<<'),
);
const quantity = fc.oneof(
  fc
    .tuple(fc.constantFrom('1', '0.5', '500', '1e3', '-1', '0'), fc.constantFrom('', 'm', 'Mi', 'Gi', 'M', 'Mb', ' Mi'))
    .map((parts) => parts.join('')),
  number,
);
const bounds = fc.record({ request: quantity, limit: fc.oneof(quantity, fc.constant('none')) }, { requiredKeys: [] });
const path = fc.oneof(
  fc
    .array(fc.constantFrom('/', 'a', '..', '.', 'é', '%', ' ', ':', '/data'), { maxLength: 5 })
    .map((all) => all.join('')),
  fc.constantFrom('/proc', '/etc', '/ready?a=b', 'C:\\a'),
);
const image = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('ghcr.io/acme/a:1', 'mongo:7.0.15') },
  fc
    .tuple(
      fc.constantFrom('a', 'A', 'r:5000/a', 'http://r/a', ''),
      fc.constantFrom('', ':1', ':latest', ':a b', '@sha256:1'),
    )
    .map((parts) => parts.join('')),
);
const cronField = fc.constantFrom('*', '0', '5', '*/7', '*/61', '7', '31', '1-5', '5-1', 'MON', 'L', '1,2', 'H');
const schedule = fc.oneof(
  fc.array(cronField, { minLength: 4, maxLength: 6 }).map((fields) => fields.join(' ')),
  fc.constantFrom('@daily', '@reboot', '0 0 30 2 *', 'TZ=UTC 0 0 * * *', '0 0 * * *\n'),
);
const probe = fc.oneof(
  fc.constant('none'),
  fc.record(
    {
      httpGet: fc.record({ path, port: fc.oneof(number, fc.constantFrom('http', 'nope')) }, { requiredKeys: [] }),
      exec: fc.record({ command: fc.array(text, { maxLength: 2 }) }),
      periodSeconds: number,
      successThreshold: fc.integer({ min: 0, max: 3 }),
    },
    { requiredKeys: [] },
  ),
);
const toleration = fc.record(
  {
    key: word,
    operator: fc.constantFrom('Exists', 'Equal', 'In'),
    value: word,
    effect: fc.constantFrom('NoExecute', 'NoSchedule', 'Never'),
    tolerationSeconds: number,
  },
  { requiredKeys: [] },
);
const budget = fc.record(
  {
    maxUnavailable: fc.constantFrom<unknown>(0, 1, '25%', '150%', '50'),
    minAvailable: fc.constantFrom<unknown>(1, 3, '99%'),
  },
  { requiredKeys: [] },
);

const ofPod = {
  resources: fc.record({ cpu: bounds, memory: bounds, ephemeralStorage: bounds }, { requiredKeys: [] }),
  podLabels: label,
  podAnnotations: label,
  nodeSelector: label,
  tolerations: fc.array(toleration, { maxLength: 2 }),
  priorityClassName: word,
  serviceAccountName: word,
  uid: number,
  terminationGracePeriodSeconds: number,
  spread: fc.constantFrom('preferred', 'required', 'none', 'wide'),
  disruptionBudget: fc.oneof(budget, fc.constant('none')),
};
const ofProcess = {
  image,
  env: fc.dictionary(fc.oneof(word, fc.constantFrom('A', 'LOG_LEVEL', 'PATH')), text, { maxKeys: 3 }),
  command: fc.array(text, { maxLength: 3 }),
  config: fc.dictionary(path, text, { maxKeys: 2 }),
};
const ofApi = {
  ...ofPod,
  ...ofProcess,
  port: number,
  servicePort: number,
  replicas: number,
  livenessPath: path,
  readinessPath: path,
  livenessProbe: probe,
  readinessProbe: probe,
  drainSeconds: number,
  minReadySeconds: number,
  ingress: fc.record({
    host: fc.constantFrom('a.example.com', 'A.b', '*', '*.b.c', ''),
    path,
    insecureHttp: fc.constant('in a test'),
  }),
  metrics: fc.record({ path, port: number }, { requiredKeys: [] }),
};
const ofMongo = { ...ofPod, database: word, storage: quantity, storageClassName: word };
const ofEtl = {
  ...ofProcess,
  schedule,
  timeZone: fc.constantFrom('Europe/Madrid', 'europe/madrid', 'EST', '', 'Z', '../etc'),
};

/** Some of the props: one with forty at once would never be right. */
const some = (props: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc
    .uniqueArray(fc.constantFrom(...Object.keys(props)), { maxLength: 2 })
    .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, props[key] ?? fc.constant(undefined)]))));

const platform = fc.record({ api: some(ofApi), etl: some(ofEtl), mongo: some(ofMongo) });
type Platform = typeof platform extends fc.Arbitrary<infer T> ? T : never;
const drawn = fc.sample(platform, { seed: 20_26, numRuns: platforms });

/** The workloads of a platform, each by itself, so that one that is wrong takes no other along. */
const parts: readonly ((chart: Chart, given: Platform) => unknown)[] = [
  (chart, { api }) => new DataApi(chart, 'api', { image: 'ghcr.io/acme/a:1', ...api } as never),
  (chart, { etl }) => new EtlCronJob(chart, 'etl', { image: 'ghcr.io/acme/a:1', schedule: '@daily', ...etl } as never),
  (chart, { mongo }) => new StatefulMongo(chart, 'mongo', mongo as never),
];

const definitions = drawn.flatMap((given) =>
  parts.map((part) => (app: TandemApp) => {
    part(new Chart(app, 'asked', { namespace }), given);
  }),
);

let root: string;
/** Of those that synth takes; of each of them its folder. */
let folders: readonly string[];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tandem-input-'));
  folders = definitions.flatMap((define, index) => {
    const folder = join(root, `p${index}`);
    mkdirSync(folder);
    return isTaken(folder, define) ? [folder] : [];
  });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Then its files are in the folder. Any other end than a refusal that is told in full fails the test. */
function isTaken(folder: string, define: (app: TandemApp) => void): boolean {
  try {
    written(folder, define, { namespaces: false });
    return true;
  } catch (error) {
    if (!(error instanceof SynthesisError)) throw error;
    for (const problem of error.problems)
      expect(problem).toMatch(/^asked[^·\n]* · [^\n]+: [^\n]+ Expected [^\n]+ Fix: /u);
    expect(readdirSync(folder)).toEqual([]);
    return false;
  }
}

test('some of them are taken, and some are not', () => {
  expect(folders.length).toBeGreaterThan(platforms / 2);
  expect(folders.length).toBeLessThan(definitions.length - platforms / 2);
});

describeOn('kubernetes')('the API server', () => {
  beforeAll(() => run('kubectl', ['create', 'namespace', namespace]));
  afterAll(() => run('kubectl', ['delete', 'namespace', namespace, '--wait=false']));

  test('takes what synth takes', async () => {
    const files = folders.flatMap((folder) =>
      readdirSync(join(folder, 'dist')).map((file) => join(folder, 'dist', file)),
    );
    const input = files.map((file) => readFileSync(file, 'utf8')).join('---\n');
    const { stderr } = await tryRun('kubectl', ['apply', '--dry-run=server', '--validate=strict', '-f', '-'], {
      input,
    });
    expect(stderr.split('\n').filter(Boolean)).toEqual([]);
  });
});

describeOn('compose')('Compose', () => {
  test('takes what synth takes, without a warning', async () => {
    for (const folder of folders) {
      const { ok, stderr } = await tryRun('docker', ['compose', '--profile=*', 'config', '--quiet'], { cwd: folder });
      expect({ folder, ok, stderr }).toEqual({ folder, ok: true, stderr: '' });
    }
  });
});
