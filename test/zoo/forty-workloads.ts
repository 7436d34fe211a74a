import { ApiObject, type App, Chart } from 'cdk8s';

/** Forty Deployments in a row, each of which may call the next: more networks than Docker has room for by itself. */
export function fortyWorkloads(app: App): void {
  const chart = new Chart(app, 'forty', { namespace: 'forty' });
  for (let index = 0; index < 40; index++) {
    const name = `step-${index}`;
    const labels = { app: name };
    const next = { podSelector: { matchLabels: { app: `step-${index + 1}` } } };
    const previous = { podSelector: { matchLabels: { app: `step-${index - 1}` } } };
    new ApiObject(chart, `${name}-deployment`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [container(index)] } },
      },
    });
    new ApiObject(chart, `${name}-service`, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name },
      spec: { selector: labels, ports: [{ port: 8080 }] },
    });
    new ApiObject(chart, `${name}-policy`, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name },
      spec: {
        podSelector: { matchLabels: labels },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [previous] }],
        egress: [{ to: [next] }],
      },
    });
  }
}

function container(index: number): object {
  const env = index < 39 ? [{ name: 'NEXT', value: `http://step-${index + 1}:8080` }] : [];
  return { name: 'step', image: 'busybox:1.37', args: ['httpd', '-f', '-p', '8080'], env };
}
