import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** With a `docker` that is this script; with none, if there is none. */
export async function withDocker<T>(script: string | undefined, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-'));
  const { PATH } = process.env;
  if (script !== undefined) {
    writeFileSync(join(folder, 'docker'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'docker'), 0o755);
  }
  process.env.PATH = folder;
  try {
    return await use(folder);
  } finally {
    process.env.PATH = PATH;
    rmSync(folder, { recursive: true });
  }
}
