import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { filesIn } from '../../synthesis';
import { run, type Said } from '../run';
import { synthIn, tandemIn } from '../tandem-in';
import { images } from './images';

/** A platform of the images, in a folder as a user has it. */
export interface LockedProject {
  readonly folder: string;
  /** The text of images.lock.json; none where it is not there. */
  lock(): string | undefined;
  /** The files of dist and compose.yaml, one behind the other; empty where there are none. */
  outputs(): string;
  tandem(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Said>;
  synth(env?: NodeJS.ProcessEnv): Promise<Said>;
  compose(...args: readonly string[]): Promise<string>;
  remove(): void;
}

export function lockedProject(): LockedProject {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tandem-locked-')));
  const textOf = (path: string) =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined;
  const env = (more: NodeJS.ProcessEnv = {}) => ({ ...process.env, IMAGES: images, ...more });
  cpSync(join(__dirname, 'main.ts'), join(folder, 'main.ts'));
  writeFileSync(join(folder, 'cdk8s.yaml'), 'app: node --import tsx main.ts\noutput: dist\n');
  symlinkSync(join(__dirname, '../../../node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    lock: () => textOf('images.lock.json'),
    outputs: () => {
      const dist = join(folder, 'dist');
      return [...(existsSync(dist) ? Object.values(filesIn(dist)) : []), textOf('compose.yaml')].join('');
    },
    tandem: (args, more) => tandemIn(folder, args, env(more)),
    synth: (more) => synthIn(folder, env(more)),
    compose: async (...args) => {
      const project = `--project-name=${basename(folder).toLowerCase()}`;
      return (await run('docker', ['compose', project, ...args], { cwd: folder })).stdout;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
