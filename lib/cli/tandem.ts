#!/usr/bin/env node
import { main } from './main';
import type { Outcome } from './outcome';

main(process.argv.slice(2))
  .catch(broken)
  .then(({ code, stdout = '', stderr = '' }) => {
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    // Not exit(): what was written to a pipe may still be on its way.
    process.exitCode = code;
  });

/** A file that may not be read, for one: what is wrong, and not where in our code it was met. */
function broken(error: unknown): Outcome {
  return { code: 1, stderr: `tandem: ${error instanceof Error ? error.message : error}\n` };
}
