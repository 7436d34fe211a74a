import { type Problem, problemText } from './problem';

/** Mistakes of the definition, all at once, in the words of the one who wrote it; or what else keeps synth from writing. */
export class SynthesisError extends Error {
  constructor(
    readonly problems: readonly string[],
    what = `${problems.length === 1 ? 'One mistake' : `${problems.length} mistakes`} in the definition`,
  ) {
    super(`${what}; nothing was written.\n${problems.map((problem) => `  ${problem}\n`).join('')}`);
    this.name = 'SynthesisError';
    // Where our code threw says nothing about where the mistake is.
    this.stack = `${this.name}: ${this.message}`;
  }
}

/**
 * @param what keeps synth from writing, where it is no mistake of the definition
 * @throws SynthesisError with all the problems, if there are any
 */
export function refuse(problems: readonly (Problem | string)[], what?: string): readonly never[] {
  if (problems.length === 0) return [];
  const texts = problems.map((problem) => (typeof problem === 'string' ? problem : problemText(problem)));
  // Each of a workload's services may have the one mistake.
  const error = new SynthesisError([...new Set(texts)], what);
  endPlainly();
  throw error;
}

let plainly = false;

/** Uncaught, the error ends the program with its message alone: Node would print the line of our code that threw. */
function endPlainly(): void {
  if (plainly) return;
  plainly = true;
  process.prependListener('uncaughtException', (error) => {
    const ours = error instanceof SynthesisError;
    if (!ours && process.listenerCount('uncaughtException') > 1) return;
    process.stderr.write(ours ? error.message : `${error.stack ?? error}\n`);
    process.exit(1);
  });
}
