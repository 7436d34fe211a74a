import { type App, Chart, Cron, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';

/** Each kind of workload that cdk8s-plus makes, with its own defaults, and what it puts beside them. */
export function kplusKinds(app: App): void {
  const chart = new Chart(app, 'kplus-kinds', { namespace: 'kinds' });
  const image = 'busybox:1.37';
  const account = new kplus.ServiceAccount(chart, 'account', { automountToken: true });
  const keys = new kplus.ConfigMap(chart, 'settings', { data: { LEVEL: 'debug' }, immutable: true });
  const secret = kplus.Secret.fromSecretName(chart, 'secret', 'registry-keys');

  const web = new kplus.Deployment(chart, 'web', {
    serviceAccount: account,
    automountServiceAccountToken: true,
    dns: { policy: kplus.DnsPolicy.CLUSTER_FIRST },
    containers: [
      {
        image: 'nginx:1.27',
        portNumber: 80,
        envFrom: [new kplus.EnvFrom(keys, 'WEB_')],
        envVariables: {
          TOKEN: kplus.EnvValue.fromSecretValue({ secret, key: 'token' }),
          LEVEL: kplus.EnvValue.fromConfigMap(keys, 'LEVEL'),
          NODE: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.NODE_NAME),
        },
        lifecycle: { preStop: kplus.Handler.fromCommand(['sleep', '5']) },
      },
    ],
    strategy: kplus.DeploymentStrategy.rollingUpdate(),
    minReady: Duration.seconds(5),
  });
  web.scheduling.separate(web);
  web.exposeViaIngress('/shop', { ingress: new kplus.Ingress(chart, 'ingress') });
  new kplus.HorizontalPodAutoscaler(chart, 'scaler', {
    target: web,
    maxReplicas: 5,
    metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
  });

  const service = new kplus.Service(chart, 'members', { ports: [{ port: 5432 }], clusterIP: 'None' });
  const claim = new kplus.PersistentVolumeClaim(chart, 'claim', {
    storage: Size.gibibytes(1),
    accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_ONCE],
    storageClassName: 'fast',
  });
  const database = new kplus.StatefulSet(chart, 'database', { service, containers: [{ image: 'postgres:17' }] });
  database.containers[0]?.mount(
    '/var/lib/postgresql/data',
    kplus.Volume.fromPersistentVolumeClaim(chart, 'data', claim),
  );
  database.containers[0]?.mount('/secrets', kplus.Volume.fromSecret(chart, 'secret-volume', secret));

  new kplus.DaemonSet(chart, 'agent', { minReadySeconds: 3, containers: [{ image }], hostNetwork: true });
  new kplus.Job(chart, 'migrate', { containers: [{ image }], ttlAfterFinished: Duration.hours(1), backoffLimit: 4 });
  new kplus.CronJob(chart, 'nightly', { containers: [{ image }], schedule: Cron.daily(), suspend: true });
  new kplus.Pod(chart, 'lonely', { containers: [{ image }] });
}
