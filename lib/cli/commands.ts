import { check } from './check';
import { doctor } from './doctor';
import type { Outcome } from './outcome';

export interface Command {
  /** One line for the usage. */
  readonly does: string;
  run(): Promise<Outcome>;
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
};
