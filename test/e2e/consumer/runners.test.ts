import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type Said, tryRun } from '../run';
import { nodeOf } from './node';
import { packedInto } from './packed';

const temporary = mkdtempSync(join(tmpdir(), 'tandem-runners-'));
const project = join(temporary, 'platform');

// What cannot be installed fails: then nothing was tested.
beforeAll(async () => {
  cpSync(join(__dirname, 'runners'), project, { recursive: true });
  await run('npm', ['install', '--no-audit', '--no-fund', await packedInto(temporary)], { cwd: project });
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

test('what vitest and we know of each other is typed', async () => {
  await run('npx', ['--no-install', 'tsc', '--project', '.'], { cwd: project });
});

/** Each project has tests that pass, and tests that fail for the sake of what is said then. */
describe.each([20, 22, 24])('a project of ES modules, with Node %i', (major) => {
  let env: NodeJS.ProcessEnv;
  const vitest = (which: string): Promise<Said> =>
    tryRun('npx', ['--no-install', 'vitest', 'run', '--reporter=verbose', which], { cwd: project, env });
  const node = (which: string): Promise<Said> =>
    tryRun('node', ['--test', '--test-reporter=tap', `${which}.node.mjs`], { cwd: project, env });

  beforeAll(async () => {
    env = { ...(await nodeOf(major, temporary)), NO_COLOR: '1', FORCE_COLOR: undefined, NODE_TEST_CONTEXT: undefined };
  });

  test('passes in vitest: our matchers in its expect, its matchers in ours, captures and snapshots', async () => {
    const { ok, stdout } = await vitest('right');
    expect({ ok, stdout }).toEqual({ ok: true, stdout: expect.stringMatching(/Tests +6 passed \(6\)/) });
    expect(stdout).toContain(`Node v${major}.`);
  });

  test('fails there with what was expected, and with the line of the test', async () => {
    const { ok, stderr } = await vitest('wrong');
    expect(ok).toBe(false);
    expect(stderr).toContain('to deeply equal objectLike({image: "acme/api:2"})\n\n- Expected:\nobjectLike(');
    expect(stderr).toContain(
      '  spec/replicas\n    expected  NumberCloseTo 4 (2 digits)\n    got       3\n ❯ wrong.vitest.ts:',
    );
  });

  test('passes in node:test', async () => {
    const { ok, stdout } = await node('right');
    expect({ ok, stdout }).toEqual({ ok: true, stdout: expect.stringContaining('\n# pass 4\n') });
    expect(stdout).toContain(`Node v${major}.`);
  });

  test('fails there with what was expected', async () => {
    const { ok, stdout } = await node('wrong');
    expect(ok).toBe(false);
    expect(stdout).toMatch(/ spec\/replicas\n +expected {2}4\n +got {7}3\n/);
    expect(stdout).not.toContain('node_modules/cdk8s-tandem');
  });
});
