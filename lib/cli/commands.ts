import { check } from './check';
import { doctor } from './doctor';
import { lock } from './lock';
import type { Outcome } from './outcome';

export interface Command {
  /** One line for the usage. */
  readonly does: string;
  /** Whether it takes names, and --update. */
  readonly takesNames?: boolean;
  run(names: readonly string[], update: boolean): Promise<Outcome>;
}

export const commands: Readonly<Record<string, Command>> = {
  check: {
    does: 'fails when compose.yaml and its differences are not what synth writes now, or a difference is unexplained',
    run: check,
  },
  doctor: {
    does: 'finds what keeps the Compose project from running on this machine, and says the fix',
    run: doctor,
  },
  lock: {
    does: 'writes the digest of each image into images.lock.json; of those that it has already with --update, or by their names',
    takesNames: true,
    run: lock,
  },
};
