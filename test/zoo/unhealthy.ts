import { ApiObject, type App, Chart } from 'cdk8s';

/** A server that is never ready, and says why. */
export function unhealthy(app: App): void {
  const chart = new Chart(app, 'unhealthy', { namespace: 'unhealthy' });
  new ApiObject(chart, 'deployment', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'sick' },
    spec: {
      selector: { matchLabels: { app: 'sick' } },
      template: { metadata: { labels: { app: 'sick' } }, spec: { containers: [container] } },
    },
  });
}

const asks = (command: readonly string[]) => ({ exec: { command }, periodSeconds: 1, failureThreshold: 2 });

const container = {
  name: 'sick',
  image: 'busybox:1.37',
  command: ['sh', '-c', 'trap exit TERM; while :; do sleep 1; done'],
  startupProbe: asks(['true']),
  readinessProbe: asks(['sh', '-c', 'echo "no \\$disk left"; exit 1']),
};
