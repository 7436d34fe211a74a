import { dirname } from 'node:path';

/** An assertion of `cdk8s-tandem/testing` that does not hold. Its message is all there is to know. */
export class Mismatched extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Mismatched';
    this.stack = fromTheTestOn(this.stack);
  }
}

/** Runners show the line with which a stack begins: that of the test is worth it, one of this package is not. */
function fromTheTestOn(stack = ''): string {
  const home = dirname(__dirname);
  const isOurs = (line: string) => /^\s+at /.test(line) && line.includes(home);
  return stack
    .split('\n')
    .filter((line) => !isOurs(line))
    .join('\n');
}
