import { type App, Chart, Size } from 'cdk8s';
import { DataApi, Egress, EtlCronJob, StatefulMongo, TandemApp } from 'cdk8s-tandem';

/** Where the prices come from: a source that this platform does not make. */
const prices = { url: 'https://prices.example.com/latest.json', egress: Egress.internet(443) };

/** An API over MongoDB, and a job that prices its orders every night. */
export function dataPlatform(app: App, { url, egress } = prices): void {
  const orders = new Chart(app, 'orders', { namespace: 'orders' });

  const mongo = new StatefulMongo(orders, 'mongo', { database: 'app', storage: Size.gibibytes(20) });

  new DataApi(orders, 'api', {
    image: 'ghcr.io/acme/orders-api:1.2.3',
    port: 8000,
    env: { LOG_LEVEL: 'info', MONGO_URL: mongo.url() },
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

if (require.main === module) {
  const app = new TandemApp();
  dataPlatform(app);
  app.synth();
}
