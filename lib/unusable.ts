import type { Problem } from './checks/problem';
import { refuse } from './checks/refuse';
import { UnusableFile } from './files/unusable-file';

/**
 * What the file system will not do is told as mistakes are, and nothing is half done.
 *
 * @throws SynthesisError
 */
export function filesOrRefuse<T>(use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (error instanceof UnusableFile) refuse([unusable(error)], 'The file system refuses');
    throw error;
  }
}

export function unusable({ path, code, message }: UnusableFile): Problem {
  const { wrong, fix } = reasons[code] ?? {
    wrong: `cannot be used: ${message}`,
    fix: 'mend that, and call synth again.',
  };
  return { construct: path, prop: 'file', wrong, expected: 'a place in which synth may read and write.', fix };
}

interface Reason {
  readonly wrong: string;
  readonly fix: string;
}

const forbidden: Reason = {
  wrong: 'may not be read or written by the user who runs synth',
  fix: 'ls -ld says whose it and its folder are: make them your own, or remove them.',
};
const fileInTheWay: Reason = {
  wrong: 'needs a folder where a file is',
  fix: 'rename or remove the file that has the name of one of its folders.',
};
const full: Reason = { wrong: 'finds no room: the disk is full', fix: 'make room, and call synth again.' };

/** By the system's own words, but for the one of ours. */
const reasons: Readonly<Record<string, Reason>> = {
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: {
    wrong: 'is on a file system that can only be read',
    fix: 'call synth where the project may be written; cdk8s synth --output and TANDEM_COMPOSE=off keep out of it.',
  },
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: { wrong: 'is larger than a file may be here', fix: 'raise the limit: ulimit -f says it.' },
  EISDIR: { wrong: 'is a folder, and is to be a file', fix: 'rename or remove the folder.' },
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
  OUTSIDE: {
    wrong: 'leads out of its folder through a link',
    fix: 'remove the link: what is outside is never written.',
  },
  ELOOP: { wrong: 'is a link that leads back to itself', fix: 'remove the link.' },
  ENAMETOOLONG: {
    wrong: 'has a longer name than a file may have',
    fix: 'shorten the name of the workload, Secret or ConfigMap, or the key, that it is called after.',
  },
};
