import { type App, Chart, Cron, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { namespaceOf } from '../namespace';

/** A CronJob of cdk8s-plus that leaves its report on a claim. */
export function nightlyReport(app: App): void {
  const chart = new Chart(app, 'nightly-report', { namespace: 'reports' });
  namespaceOf(chart, 'baseline');
  const claim = new kplus.PersistentVolumeClaim(chart, 'claim', {
    storage: Size.gibibytes(1),
    accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_ONCE],
  });
  const job = new kplus.CronJob(chart, 'job', {
    metadata: { name: 'nightly-report' },
    schedule: Cron.daily(),
    timeZone: 'Europe/Madrid',
    activeDeadline: Duration.minutes(10),
    backoffLimit: 2,
    restartPolicy: kplus.RestartPolicy.NEVER,
    securityContext: { fsGroup: 4000 },
    containers: [
      {
        image: 'busybox:1.36',
        command: ['sh', '-c', 'echo "$$ is a process" > /reports/report && cat /reports/report'],
        securityContext: { user: 1000, group: 1000 },
        resources: {
          memory: { limit: Size.mebibytes(32) },
          cpu: { request: kplus.Cpu.millis(10), limit: kplus.Cpu.units(1) },
        },
      },
    ],
  });
  const volume = kplus.Volume.fromPersistentVolumeClaim(chart, 'reports', claim);
  job.containers?.[0]?.mount('/reports', volume, { subPath: 'nightly' });
}
