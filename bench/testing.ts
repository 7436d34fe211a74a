import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * How long jest takes for a hundred tests of a platform of 20 workloads, its start and the loading of all libraries
 * included: `node --import tsx bench/testing.ts`. Beside it jest with one test that asks nothing of us.
 */
const most = 3;

function main(): void {
  const [nothing, shared, own] = [seconds({}, '0 replicas'), seconds({}), seconds({ OWN_APPS: 'yes' })];
  const line = (what: string, took: number) =>
    `${what.padEnd(34)} ${took.toFixed(1)} s  ${(took / nothing).toFixed(1)} × one test\n`;
  process.stdout.write(
    line('one test', nothing) + line('100 tests of one app', shared) + line('100 tests, each of its own app', own),
  );
  process.stdout.write(`${shared < most ? 'met' : 'MISSED'}: 100 tests of one app in less than ${most} s\n`);
  if (shared >= most) process.exitCode = 1;
}

/** The middle one of three runs. */
function seconds(env: Readonly<Record<string, string>>, only = ''): number {
  const runs = Array.from({ length: 3 }, () => run(env, only)).sort((one, other) => one - other);
  return runs[1] ?? Number.NaN;
}

function run(env: Readonly<Record<string, string>>, only: string): number {
  const jest = join(__dirname, '..', 'node_modules', 'jest', 'bin', 'jest.js');
  const args = [jest, '--testMatch', '<rootDir>/bench/hundred-tests.ts', '--testNamePattern', only];
  const start = performance.now();
  const options = { cwd: join(__dirname, '..'), env: { ...process.env, ...env }, encoding: 'utf8' as const };
  const { status, stderr } = spawnSync(process.execPath, args, options);
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

main();
