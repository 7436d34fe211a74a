import { join } from 'node:path';
import { type App, Chart, Include } from 'cdk8s';

const file = (name: string) => join(__dirname, 'files', name);

/** One file of several documents, as somebody keeps it in a repository. */
export function includedYaml(app: App): void {
  new Include(new Chart(app, 'included'), 'guestbook', { url: file('guestbook.yaml') });
}

/** What `helm template` yields of a chart of the usual make. */
export function helmOutput(app: App): void {
  new Include(new Chart(app, 'helm'), 'orders', { url: file('orders-chart.yaml') });
}
