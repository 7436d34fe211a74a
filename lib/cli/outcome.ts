/** What a command says and ends with: 0 all is well, 1 something was found, 2 it was called wrongly. */
export interface Outcome {
  readonly code: number;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** Nothing could be done as things were asked for. */
export function refused(what: string, fix: string): Outcome {
  return { code: 2, stderr: `tandem: ${what}\nFix: ${fix}\n` };
}
