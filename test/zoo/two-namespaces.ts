import { type App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { DataApi, StatefulMongo } from 'cdk8s-tandem';

/** Two charts that are alike to the last id, each in its namespace, and a third that knows neither. */
export function twoNamespaces(app: App): void {
  for (const namespace of ['red', 'blue']) {
    const chart = new Chart(app, namespace, { namespace });
    const mongo = new StatefulMongo(chart, 'mongo');
    new DataApi(chart, 'api', { image: 'ghcr.io/acme/api:1.0.0', env: { URL: mongo.url(), COLOUR: namespace } });
    new kplus.ConfigMap(chart, 'settings', { metadata: { name: 'settings' }, data: { colour: namespace } });
  }
  const chart = new Chart(app, 'visitor', { namespace: 'green' });
  new kplus.Deployment(chart, 'visitor', {
    metadata: { name: 'visitor' },
    containers: [{ image: 'busybox:1.37', envVariables: { API: kplus.EnvValue.fromValue('https://api.example.com') } }],
  });
}
