#!/usr/bin/env node
import { main } from './main';

main(process.argv.slice(2)).then(({ code, stdout = '', stderr = '' }) => {
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  // Not exit(): what was written to a pipe may still be on its way.
  process.exitCode = code;
});
