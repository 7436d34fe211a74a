import { execFile } from 'node:child_process';

export interface Said {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

export interface How {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** @default 300 */
  readonly seconds?: number;
}

/**
 * Runs a program to its end.
 *
 * @throws with what it said, if it fails or takes too long
 */
export async function run(program: string, args: readonly string[], how: How = {}): Promise<Said> {
  const said = await tryRun(program, args, how);
  if (said.ok) return said;
  throw new Error(`\`${[program, ...args].join(' ')}\` failed:\n${ending(said.stderr || said.stdout)}`);
}

export function tryRun(program: string, args: readonly string[], how: How = {}): Promise<Said> {
  const { input, seconds = 300, ...options } = how;
  return new Promise((done) => {
    const timeout = seconds * 1000;
    const child = execFile(program, args, { ...options, timeout, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const late = error?.killed ? `ended after ${seconds} s without success\n` : '';
      done({ ok: error === null, stdout, stderr: stderr + late || (error ? `${error.message}\n` : '') });
    });
    // A program that ends early closes its input: what it says then counts, not the broken pipe.
    child.stdin?.on('error', () => {}).end(input);
  });
}

function ending(text: string): string {
  return text.split('\n').slice(-20).join('\n');
}
