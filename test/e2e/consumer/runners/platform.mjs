import { Chart } from 'cdk8s';
import { DataApi, StatefulMongo, TandemApp } from 'cdk8s-tandem';

export const app = new TandemApp();

const orders = new Chart(app, 'orders', { namespace: 'orders' });
const mongo = new StatefulMongo(orders, 'mongo', {});
new DataApi(orders, 'api', {
  image: 'ghcr.io/acme/orders-api:1.2.3',
  env: { LOG_LEVEL: 'info', MONGO_URL: mongo.url() },
});
