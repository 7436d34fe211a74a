import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { run } from '../run';

/** An environment in which `node` is of a major version: the one that runs the tests, or else one installed below a folder. */
export async function nodeOf(major: number, folder: string): Promise<NodeJS.ProcessEnv> {
  const own = process.versions.node.startsWith(`${major}.`);
  const bin = dirname(own ? process.execPath : await installed(major, join(folder, `node-${major}`)));
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
  const { stdout } = await run('node', ['--version'], { env });
  if (!stdout.startsWith(`v${major}.`)) throw new Error(`wanted Node ${major}, got ${stdout}`);
  return env;
}

/** The package `node` of the registry holds the program. */
async function installed(major: number, folder: string): Promise<string> {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  await run('npm', ['install', '--no-audit', '--no-fund', `node@${major}`], { cwd: folder });
  return join(folder, 'node_modules', 'node', 'bin', 'node');
}
