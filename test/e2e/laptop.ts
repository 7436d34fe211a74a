import { leftovers, ofProject } from './compose/leftovers';
import { composeHow } from './compose/target';
import { type Definition, type Synthesis, synthesisOf } from './definition';
import { run, type Said, tryRun } from './run';

/** A definition on Docker as its developer has it: by the commands that the summary prints. */
export interface Laptop {
  up(): Promise<Said>;
  /** Tries to run what the file itself says, or the summary. */
  printed(command: RegExp, text?: string): Promise<Said>;
  /** Runs each job to its end, by hand. */
  runJobs(): Promise<void>;
  compose(...args: string[]): Promise<void>;
  down(): Promise<void>;
  ids(): Promise<readonly string[]>;
  /** What each service does. */
  states(): Promise<Readonly<Record<string, string>>>;
  leftovers(): Promise<readonly string[]>;
  readonly synthesis: Synthesis;
}

/** Whatever becomes of the tests between, nothing of it remains. */
export function laptopWith(definition: Definition): () => Laptop {
  let laptop: Laptop;
  beforeAll(() => {
    laptop = laptopOf(synthesisOf(definition));
  });
  afterAll(async () => {
    await laptop.compose('--profile=*', 'down', '--volumes', '--timeout=3');
    laptop.synthesis.remove();
  });
  return () => laptop;
}

function laptopOf(synthesis: Synthesis): Laptop {
  const { project, summary } = synthesis;
  const how = composeHow(synthesis);
  const shell = (command: string) => tryRun('sh', ['-c', command], how);
  const printed = async (command: RegExp, text = summary) => {
    const [, found] = command.exec(text) ?? [];
    if (!found) throw new Error(`${command} is not printed:\n${text}`);
    return shell(found);
  };
  const list = async (...args: string[]) => (await run('docker', args, how)).stdout.split('\n').filter(Boolean).sort();
  return {
    synthesis,
    printed,
    // Where there are only jobs there is nothing to start, and no command for it.
    up: () => shell(/On this laptop: (.+)/.exec(summary)?.[1] ?? 'true'),
    runJobs: async () => {
      for (const [, command = ''] of summary.matchAll(/by hand: (docker .+)/g)) await run('sh', ['-c', command], how);
    },
    compose: async (...args) => {
      await run('docker', ['compose', ...args], how);
    },
    // What does not hear that it is to end is not waited for.
    down: async () => {
      const [, down = ''] = /data too: (docker .+)/.exec(summary) ?? [];
      await run('sh', ['-c', `${down} --timeout=3`], how);
    },
    ids: () => list('ps', '--all', '--quiet', '--no-trunc', ofProject(project)),
    states: async () => {
      const lines = await list('compose', 'ps', '--all', '--format={{.Service}} {{.State}} {{.Health}}{{.ExitCode}}');
      return Object.fromEntries(lines.map((line) => [line.split(' ', 1)[0], line.replace(/^\S+ /, '')]));
    },
    leftovers: () => leftovers(project),
  };
}

/** A service that does not restart has done its work; one that nobody asks for its health runs. */
export function expectedStates({ rendered }: Synthesis): Readonly<Record<string, string>> {
  const services = Object.entries(rendered.file.services).filter(([, { profiles = [] }]) => profiles.length === 0);
  return Object.fromEntries(
    services.map(([name, { restart, healthcheck }]) => {
      if (!restart) return [name, 'exited 0'];
      return [name, healthcheck ? 'running healthy0' : 'running 0'];
    }),
  );
}
