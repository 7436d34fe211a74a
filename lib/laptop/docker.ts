import { spawn } from 'node:child_process';

/** What `docker` answered; `code` is undefined where there is no such program. */
export interface Answer {
  readonly code?: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface How {
  /** After so many bytes it is stopped. */
  readonly most?: number;
  readonly input?: string;
  /** After so many it is stopped. */
  readonly seconds?: number;
}

/** Runs `docker` without a shell, which systems have different ones of. */
export function docker(
  args: readonly string[],
  { most = Number.POSITIVE_INFINITY, input, seconds = 60 }: How = {},
): Promise<Answer> {
  return new Promise((done) => {
    const child = spawn('docker', args, { env: process.env, windowsHide: true });
    // One that ends early closes its input.
    child.stdin.on('error', () => {}).end(input);
    // Not spawn's own timeout: where there is no such program, it would keep us waiting for its end.
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    let tooLate = '';
    const late = setTimeout(() => {
      tooLate = `\nno answer within ${seconds} s`;
      child.kill();
    }, seconds * 1000);
    let held = 0;
    const answer = (code?: number) => {
      clearTimeout(late);
      done({ code, stdout: Buffer.concat(out), stderr: (Buffer.concat(err) + tooLate).trim() });
    };
    child.stderr.on('data', (data) => err.push(data));
    child.stdout.on('data', (data) => {
      out.push(data);
      held += data.length;
      if (held < most) return;
      answer(0);
      child.kill();
    });
    child.once('error', () => answer());
    child.once('close', (code) => answer(code ?? 1));
  });
}

/** An answer in JSON; undefined where there was none. */
export async function dockerJson(...args: readonly string[]): Promise<unknown> {
  const { code, stdout } = await docker(args);
  return code === 0 ? parsed(stdout.toString()) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
