import { join } from 'node:path';
import { run } from '../run';

/** The package as it would be published, in a folder. */
export async function packedInto(folder: string): Promise<string> {
  const root = join(__dirname, '../../..');
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root });
  return join(folder, stdout.trim().split('\n').at(-1) ?? '');
}
