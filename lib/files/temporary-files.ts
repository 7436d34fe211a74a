import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where a file lies until all are written; its name says whose it is, and is never too long. */
export function temporaryFile(folder: string, index: number): string {
  return join(folder, `.tandem-${process.pid}-${index}.tmp`);
}

/** Those of a synthesis that was killed. One that still runs needs its own. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, id] = /^\.tandem-(\d+)-\d+\.tmp$/.exec(name) ?? [];
    if (id && !isRunning(Number(id))) rmSync(join(folder, name), { force: true });
  }
}

/** Another user's may not be asked, and is there. */
function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return Object(error).code !== 'ESRCH';
  }
}
