import { type App, Chart } from 'cdk8s';
import { DataApi, EtlCronJob, existing, Peer } from 'cdk8s-tandem';

/** An API whose readiness is a file of its config, and a job that reads some: both beside what their images have there. */
export function filesAndSecrets(app: App, greeting = 'hello\n'): void {
  const chart = new Chart(app, 'files', { namespace: 'files' });
  const api = new DataApi(chart, 'api', {
    image: 'python:3.13-slim',
    command: ['python', '-c', server],
    livenessPath: '/',
    readinessPath: '/greeting.txt',
    replicas: 2,
    config: { '/etc/api/greeting.txt': greeting, '/etc/api/nested/$odd.ini': 'a=$HOME ${b}\r\n', '/etc/motd': 'é' },
    secretFiles: {
      '/run/secrets/stripe': existing('stripe', 'api-key'),
      '/run/secrets/smtp/password': existing('smtp', 'password'),
    },
    restartToken: 'first',
    ingress: { host: 'files.example.com', ingressClassName: 'nginx' },
    metrics: { port: 9090 },
    allowFrom: [Peer.cidr('10.0.0.0/8', { except: ['10.1.0.0/16'] }).on({ port: 8000, endPort: 8100 })],
    local: { publish: 8000 },
  });
  new EtlCronJob(chart, 'load', {
    image: 'busybox:1.37',
    env: { API_URL: api.url() },
    schedule: '0 0 1 1 *',
    command: ['sh', '-c', 'cat /etc/load.ini /run/secrets/stripe'],
    config: { '/etc/load.ini': 'a=1\n' },
    secretFiles: { '/run/secrets/stripe': existing('stripe', 'api-key') },
  });
}

/** As process 1 a program that does not hear SIGTERM would be waited for. */
const server = `
import functools, http.server, signal, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit())
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory="/etc/api")
http.server.ThreadingHTTPServer(("", 8000), handler).serve_forever()
`;
