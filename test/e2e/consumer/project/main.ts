import { Chart, type ChartProps, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import { DataApi, Egress, EtlCronJob, StatefulMongo, TandemApp } from 'cdk8s-tandem';
import type { Construct } from 'constructs';

export class MyChart extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, { namespace: 'orders', ...props });

    const mongo = new StatefulMongo(this, 'mongo', { storage: Size.gibibytes(5) });
    const env = { MONGO_URL: mongo.url(), LOG_LEVEL: kplus.EnvValue.fromValue('info') };
    const api = new DataApi(this, 'api', {
      image: 'ghcr.io/acme/orders-api:1.2.3',
      env,
      resources: { cpu: { limit: kplus.Cpu.millis(300) }, memory: { limit: Size.mebibytes(256) } },
    });
    new kplus.HorizontalPodAutoscaler(this, 'scaler', { target: api, minReplicas: 2, maxReplicas: 4 });
    new kplus.NetworkPolicy(this, 'friends', { selector: api }).addIngressRule(api);
    new kplus.Ingress(this, 'entrance', {
      rules: [{ host: 'orders.example.com', path: '/', backend: api.ingressBackend() }],
    });
    new EtlCronJob(this, 'nightly-load', {
      image: 'ghcr.io/acme/orders-etl:1.2.3',
      schedule: '15 2 * * *',
      timeZone: 'Europe/Madrid',
      env,
      egress: [Egress.internet(443)],
    });
  }
}

if (require.main === module) {
  const app = new TandemApp();
  new MyChart(app, 'platform');
  app.synth();
}
