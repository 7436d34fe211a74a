import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { SynthesisError, type TandemApp } from 'cdk8s-tandem';
import fc from 'fast-check';
import { families } from '../families/families';
import { type Family, type Input, make } from '../families/family';
import { written } from '../synthesis';
import { run, tryRun } from './run';
import { describeOn } from './selected';

// Whatever synth takes, the API server and Compose take: what is right in each family, and what merely looks like it.

const namespace = 'input-asked';

/** Others each time the seed is another. */
const seed = Number(process.env.E2E_SEED ?? 20_26);
const ofEach = Number(process.env.E2E_INPUTS ?? 8);

/** Custom resources: a bare cluster does not know them. */
const unknown = ['external', 'sealed'];

const all: readonly Family[] = Object.values(families);
const anyNear = fc.constantFrom(...all).chain(({ right, near = right }) => near);

/** Another input of the same kind beside it: a prop may be wrong beside another. */
const withAnother = (near: fc.Arbitrary<Input>): fc.Arbitrary<Input> =>
  fc
    .tuple(near, anyNear)
    .map(([one, other]) =>
      one.kind === other.kind && one.kind !== 'other' ? { ...one, props: { ...other.props, ...one.props } } : one,
    );

const drawn: readonly Input[] = all
  .flatMap(({ right, near = right }, index) => {
    const how = { seed: seed + index, numRuns: ofEach };
    return [right, near, withAnother(near)].flatMap((one) => fc.sample<Input>(one, how));
  })
  .filter(({ kind }) => !unknown.includes(kind));

/** Each by itself, so that one that is wrong takes no other along. Its number tells which one an answer is about. */
const definitions = drawn.map((input, index) => (app: TandemApp) => {
  make(input, new Chart(app, 'asked', { namespace }), input.id ?? `${input.kind}-${index}`);
});

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
  expect(folders.length).toBeGreaterThan(definitions.length / 2);
  expect(folders.length).toBeLessThan(definitions.length - all.length);
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
    expect(stderr.split('\n').filter((line) => line && !toldAtSynth.test(line))).toEqual([]);
  });
});

/** pod-security.test asks whether synth tells the same. */
const toldAtSynth = /^Warning: would violate PodSecurity /;

describeOn('compose')('Compose', () => {
  test('takes what synth takes, without a warning', async () => {
    for (const folder of folders) {
      const { ok, stderr } = await tryRun('docker', ['compose', '--profile=*', 'config', '--quiet'], { cwd: folder });
      expect({ folder, ok, stderr }).toEqual({ folder, ok: true, stderr: '' });
    }
  });
});
