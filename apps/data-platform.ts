import { Chart, Size } from 'cdk8s';
import { DataApi, Egress, EtlCronJob, StatefulMongo, TandemApp } from 'cdk8s-tandem';

const app = new TandemApp();
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
  env: { MONGO_URL: mongo.url(), PRICES_URL: 'https://prices.example.com/latest.json' },
  egress: [Egress.internet(443)],
  local: { build: './apps/services/etl' },
});

app.synth();
