import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Entry, entriesOf } from './differences/entry';
import { type CommittedFile, committedFiles, type Output } from './output';

/** What a synthesis would write beside the manifests, as plain data: what `tandem check` is about. */
export interface Description {
  readonly projectRoot: string;
  /** None where the app itself writes no Compose file. */
  readonly committed: readonly CommittedFile[];
  readonly unexplained: readonly Entry[];
}

export function describe(output: Output): Description {
  const { compose, manifests, differences } = output;
  const projectRoot = resolve(output.projectRoot);
  if (compose === 'unknown') return { projectRoot, committed: [], unexplained: [] };
  return {
    projectRoot,
    committed: committedFiles(output),
    unexplained: entriesOf(manifests, differences).filter(({ reason }) => reason === undefined),
  };
}

/** Names the file that `synth()` writes its description to, and then nothing else: so the `tandem` command asks an app. */
export const describeTo = 'TANDEM_DESCRIBE';

/** One a line, as a program may have several apps. */
export function appendDescription(file: string, output: Output): void {
  appendFileSync(file, `${JSON.stringify(describe(output))}\n`);
}
