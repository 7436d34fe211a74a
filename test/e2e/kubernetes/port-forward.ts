import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { namespace } from './kubectl';

/** Leads a port of this machine to a Service's, for as long as the question takes. */
export async function portForward<T>(service: string, port: number, ask: (url: string) => Promise<T>): Promise<T> {
  const args = [`--namespace=${namespace}`, 'port-forward', `service/${service}`, `:${port}`];
  const child = spawn('kubectl', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const [, url] = /^Forwarding from (127\.0\.0\.1:\d+)/.exec(line) ?? [];
      if (url) return await ask(`http://${url}`);
    }
    throw new Error(`kubectl ${args.join(' ')} ended at once`);
  } finally {
    child.kill();
  }
}
