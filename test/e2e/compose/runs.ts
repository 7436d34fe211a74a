import type { Synthesis } from '../definition';
import { printed } from '../project';
import { run } from '../run';
import { composeHow } from './target';

/** By the command that the summary prints. Returns what it printed. */
export async function runOnLaptop(synthesis: Synthesis, name: string): Promise<string> {
  const command = printed(synthesis.summary, new RegExp(`  ${name}, by hand: (docker .+)`));
  return (await run('sh', ['-c', command], composeHow(synthesis))).stdout;
}
