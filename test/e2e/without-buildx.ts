import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run';

/** A PATH on which `docker` is the real one, to which `buildx` is a command as unknown as any other. */
export async function pathWithoutBuildx(folder: string): Promise<string> {
  const { stdout } = await run('sh', ['-c', 'command -v docker']);
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const script = `#!/bin/sh\n[ "$1" = buildx ] && { shift; set -- no-such-plugin "$@"; }\nexec ${stdout.trim()} "$@"\n`;
  writeFileSync(join(bin, 'docker'), script);
  chmodSync(join(bin, 'docker'), 0o755);
  return bin + delimiter + process.env.PATH;
}
