import { join } from 'node:path';
import { ApiObject, type App, Chart, Include } from 'cdk8s';

/** Kinds that nobody here knows, beside one Deployment: their definition, their objects, and a Service that is no Service. */
export function customResources(app: App): void {
  const chart = new Chart(app, 'custom', { namespace: 'custom' });
  new Include(chart, 'included', { url: join(__dirname, 'files', 'custom-resources.yaml') });
  new ApiObject(chart, 'deployment', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'operator' },
    spec: {
      selector: { matchLabels: { app: 'operator' } },
      template: {
        metadata: { labels: { app: 'operator' } },
        spec: { containers: [{ name: 'operator', image: 'ghcr.io/acme/operator:2.1.0' }] },
      },
    },
  });
}
