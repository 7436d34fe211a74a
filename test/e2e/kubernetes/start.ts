import type { Project } from '../project';
import { run } from '../run';
import { kubectl } from './kubectl';
import { ready } from './ready';

/** By the commands that the summary prints, in their order. Returns what was said on stderr, and rejected pods. */
export async function start({ folder, summary }: Project): Promise<readonly string[]> {
  const warnings: string[] = [];
  for (const [, command = ''] of summary.matchAll(/^ {2}(kubectl .+)$/gm)) {
    warnings.push((await run('sh', ['-c', command], { cwd: folder })).stderr);
  }
  await ready();
  return [...warnings, ...(await rejections())].filter(Boolean);
}

/** A pod that admission refuses shows only in the events of its owner. */
async function rejections(): Promise<readonly string[]> {
  const message = '--output=jsonpath={range .items[*]}{.message}{"\\n"}{end}';
  return (await kubectl(['get', 'events', '--field-selector=reason=FailedCreate', message])).split('\n');
}
