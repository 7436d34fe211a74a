import { type Project, printed } from '../project';
import { run } from '../run';
import { kubectl } from './kubectl';

/** Runs the job by the command that the summary prints, in place of an earlier run. Returns what it printed. */
export async function runJob({ folder, summary }: Project): Promise<string> {
  const command = printed(summary, /by hand: (kubectl .+)/);
  const job = `job/${printed(command, /--from=\S+ (\S+)/)}`;
  await kubectl(['delete', job, '--ignore-not-found', '--cascade=foreground']);
  await run('sh', ['-c', command], { cwd: folder });
  await kubectl(['wait', job, '--for=condition=Complete', '--timeout=180s']);
  return kubectl(['logs', job]);
}
