import { Chart } from 'cdk8s';
import { EtlCronJob, EtlJob, type TandemApp } from 'cdk8s-tandem';
import type { Definition } from './definition';

const image = 'busybox:1.37';
const sh = (script: string) => ({ image, command: ['sh', '-c', script], terminationGracePeriodSeconds: 1 });

/** What each does is what it is called. */
export const runs: Definition = {
  title: 'runs',
  define: (app: TandemApp) => {
    const chart = new Chart(app, 'runs', { namespace: 'etl-runs' });
    new EtlJob(chart, 'hangs', { ...sh('sleep 600'), activeDeadlineSeconds: 5 });
    new EtlJob(chart, 'misconfigured', sh('exit 78'));
    new EtlJob(chart, 'unlucky', { ...sh('exit 1'), backoffLimit: 1 });
    new EtlJob(chart, 'disturbed', { ...sh('sleep 600'), backoffLimit: 0 });
    new EtlJob(chart, 'sharded', { ...sh('echo "$RUN_ID $JOB_COMPLETION_INDEX"'), shards: 3 });
    new EtlCronJob(chart, 'long', { ...sh('sleep 600'), schedule: '* * * * *', activeDeadlineSeconds: 900 });
    new EtlCronJob(chart, 'counts', {
      ...sh('echo "$RUN_ID" >> "$CHECKPOINT_DIR/runs" && wc -l < "$CHECKPOINT_DIR/runs"'),
      schedule: '0 3 1 1 *',
      checkpoint: { size: '16Mi' },
    });
  },
};
