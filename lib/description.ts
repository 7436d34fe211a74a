import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Problem } from './checks/problem';
import { unexplained } from './differences/differences';
import { type Entry, entriesOf } from './differences/entry';
import { readLock } from './images/image-lock';
import { taggedImages } from './images/image-places';
import { staleLock } from './images/stale-lock';
import { type CommittedFile, committedFiles, type Output } from './output';

/** What a synthesis would write beside the manifests, as plain data: what `tandem check` is about. */
export interface Description {
  readonly projectRoot: string;
  /** None where the app itself writes no Compose file. */
  readonly committed: readonly CommittedFile[];
  readonly unexplained: readonly Entry[];
  /** By tag, without a digest. */
  readonly images: readonly string[];
  /** What is wrong with images.lock.json. */
  readonly staleLock: readonly Problem[];
}

export function describe(output: Output): Description {
  const { compose, manifests, differences } = output;
  const projectRoot = resolve(output.projectRoot);
  const images = taggedImages(manifests);
  const described = { projectRoot, images, staleLock: staleLock(readLock(projectRoot), images) };
  if (compose === 'unknown') return { ...described, committed: [], unexplained: [] };
  return {
    ...described,
    committed: committedFiles(output),
    unexplained: [...entriesOf(manifests, unexplained(differences))],
  };
}

/** Names the file that `synth()` writes its description to, and then nothing else: so the `tandem` command asks an app. */
export const describeTo = 'TANDEM_DESCRIBE';

/** One a line, as a program may have several apps. */
export function appendDescription(file: string, output: Output): void {
  appendFileSync(file, `${JSON.stringify(describe(output))}\n`);
}
