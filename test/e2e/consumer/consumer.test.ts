import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn } from '../../synthesis';
import { run, type Said } from '../run';
import { nodeOf } from './node';
import { packedInto } from './packed';
import { projectOfTemplate } from './template';

const temporary = mkdtempSync(join(tmpdir(), 'tandem-consumer-'));
const project = join(temporary, 'platform');

// What cannot be installed fails: then nothing was tested.
beforeAll(async () => {
  mkdirSync(project);
  projectOfTemplate(project);
  cpSync(join(__dirname, 'project'), project, { recursive: true });
  await run('npm', ['install', '--no-audit', '--no-fund', await packedInto(temporary)], { cwd: project });
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** What the first of the Nodes wrote: the others must write the same. */
let first: Readonly<Record<string, string>> | undefined;

describe.each([20, 22, 24])("a project of cdk8s' TypeScript template, with Node %i", (major) => {
  let env: NodeJS.ProcessEnv;
  const npx = (...args: string[]): Promise<Said> => run('npx', ['--no-install', ...args], { cwd: project, env });

  beforeAll(async () => {
    env = await nodeOf(major, temporary);
  });
  test('compiles', async () => {
    await npx('tsc', '--build', '--force');
  });

  test('tests', async () => {
    const { stderr } = await npx('jest');
    expect(stderr).toContain(`✓ Node v${major}.`);
    expect(stderr).toMatch(/^Tests: +5 passed, 5 total$/m);
  });

  test.each([
    ['from the sources', () => npx('cdk8s', 'synth', '--no-check-upgrade')],
    ['compiled', () => run('node', ['main.js'], { cwd: project, env })],
  ])('synthesizes %s, to the same bytes each time', async (_, synth) => {
    for (const path of ['dist', 'compose.yaml']) rmSync(join(project, path), { recursive: true, force: true });
    const { stderr } = await synth();
    expect(stderr).toContain('3 workloads as 6 services in compose.yaml');
    const written = { ...filesIn(join(project, 'dist')), ...composeFile() };
    expect(Object.keys(written)).toEqual(['0000-namespaces.k8s.yaml', 'platform.k8s.yaml', 'compose.yaml']);
    first ??= written;
    expect(written).toEqual(first);
  });

  test('has the command', async () => {
    const { stdout } = await npx('tandem', 'check');
    expect(stdout).toBe('tandem: what is committed is what synth writes; every difference is explained\n');
  });
});

function composeFile(): Readonly<Record<string, string>> {
  return { 'compose.yaml': readFileSync(join(project, 'compose.yaml'), 'utf8') };
}
