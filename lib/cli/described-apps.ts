import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Description, describeTo } from '../description';
import type { Outcome } from './outcome';

export interface DescribedApps {
  readonly apps: readonly Description[];
}

/**
 * Runs an app as cdk8s does, in a shell, but so that `synth()` describes what it would write. What a broken app says
 * and ends with goes through.
 */
export async function describedApps(
  command: string,
  more: Readonly<Record<string, string>> = {},
): Promise<DescribedApps | Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-check-'));
  const file = join(folder, 'description.jsonl');
  try {
    const { code, stdout } = await run(command, {
      ...more,
      CDK8S_OUTDIR: join(folder, 'dist'),
      [describeTo]: file,
    });
    if (code !== 0) return { code, stderr: stdout };
    return existsSync(file) ? { apps: descriptions(file) } : silent(command);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
}

/** What it prints to stdout matters when it fails alone: cdk8s shows nothing of it. */
function run(command: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  // Ctrl-C is for the app; then we clean up.
  const wait = () => {};
  process.on('SIGINT', wait);
  return new Promise<Ended>((ended, failed) => {
    const child = spawn(command, {
      shell: true,
      env: { ...process.env, ...env },
      stdio: ['inherit', 'pipe', 'inherit'],
    });
    const said: Buffer[] = [];
    child.stdout.on('data', (data) => said.push(data));
    child.once('error', failed);
    child.once('close', (code) => ended({ code: code ?? 1, stdout: Buffer.concat(said).toString() }));
  }).finally(() => process.off('SIGINT', wait));
}

function descriptions(file: string): readonly Description[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

function silent(command: string): Outcome {
  const fix = 'end it with `new TandemApp(…)` and its synth(), or with `tandem(app).synth()`.';
  return { code: 1, stderr: `tandem: \`${command}\` of cdk8s.yaml made no Compose file.\nFix: ${fix}\n` };
}
