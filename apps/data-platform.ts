import { type App, Chart, Size } from 'cdk8s';
import { DataApi, Egress, EtlCronJob, StatefulMongo, TandemApp } from 'cdk8s-tandem';

/** All that the stages differ in: the workloads and their images, to the digest, are the same. */
export const stages = {
  dev: { namespace: 'orders-dev', replicas: 1, storage: Size.gibibytes(5), host: 'orders.dev.example.com' },
  staging: {
    namespace: 'orders-staging',
    replicas: 2,
    storage: Size.gibibytes(20),
    host: 'orders.staging.example.com',
  },
  prod: { namespace: 'orders', replicas: 3, storage: Size.gibibytes(20), host: 'orders.example.com' },
} as const;

export type Stage = keyof typeof stages;

/** Where the prices come from: a source that this platform does not make. */
const prices = { url: 'https://prices.example.com/latest.json', egress: Egress.internet(443) };

/** An API over MongoDB, and a job that prices its orders every night. */
export function dataPlatform(app: App, stage: Stage = 'prod', { url, egress } = prices): void {
  const { namespace, replicas, storage, host } = stages[stage];
  const orders = new Chart(app, 'orders', { namespace });

  const mongo = new StatefulMongo(orders, 'mongo', { database: 'app', storage });

  new DataApi(orders, 'api', {
    image: 'ghcr.io/acme/orders-api:1.2.3',
    port: 8000,
    replicas,
    env: { LOG_LEVEL: 'info', MONGO_URL: mongo.url() },
    ingress: { host, ingressClassName: 'nginx', clusterIssuer: 'letsencrypt' },
    local: { build: './apps/services/api', publish: 8000 },
  });

  new EtlCronJob(orders, 'nightly-load', {
    image: 'ghcr.io/acme/orders-etl:1.2.3',
    schedule: '15 2 * * *',
    timeZone: 'Europe/Madrid',
    env: { MONGO_URL: mongo.url(), PRICES_URL: url },
    egress: [egress],
    local: { build: './apps/services/etl' },
  });
}

/** `STAGE=dev npx cdk8s synth`. A laptop is no stage: it runs what production runs. */
if (require.main === module) {
  const { STAGE = 'prod' } = process.env;
  if (!isStage(STAGE)) {
    console.error(`STAGE is "${STAGE}", and must be one of: ${Object.keys(stages).join(', ')}`);
    process.exit(1);
  }
  const app = new TandemApp({ compose: STAGE === 'prod' });
  dataPlatform(app, STAGE);
  app.synth();
}

function isStage(name: string): name is Stage {
  return Object.hasOwn(stages, name);
}
