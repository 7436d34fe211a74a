import { type App, Chart } from 'cdk8s';
import { Deployment, EnvValue, Probe, StatefulSet } from 'cdk8s-plus-28';
import { DataApi, EtlCronJob, local, StatefulMongo } from 'cdk8s-tandem';

const build = { context: './services', dockerfile: 'api/Dockerfile', target: 'dev', args: { PYTHON: '3.13' } };

/** All that only a laptop is told, by the constructs' own props and by `local()`. */
export function laptopOptions(app: App): void {
  const chart = new Chart(app, 'laptop-options', { namespace: 'laptop' });
  ownConstructs(chart);
  pairOfWebServers(chart);
  threeMembers(chart);
}

function ownConstructs(chart: Chart): void {
  const mongo = new StatefulMongo(chart, 'mongo', { local: { seed: './seed', publish: 27017 } });
  new StatefulMongo(chart, 'archive', { local: { seed: './archive' } });
  const command = ['uvicorn', '--reload', 'main:app'];
  new DataApi(chart, 'api', {
    image: 'ghcr.io/acme/orders-api:1.2.3',
    env: { MONGO_URL: mongo.url() },
    local: { build, publish: 8000, watch: { mount: './services/api', at: '/app', command } },
  });
  new EtlCronJob(chart, 'nightly-load', {
    image: 'ghcr.io/acme/orders-etl:1.2.3',
    schedule: '15 2 * * *',
    timeZone: 'Europe/Madrid',
    command: ['python', 'nightly_load.py'],
    env: { MONGO_URL: mongo.url() },
    local: { build: './services/etl', platform: 'linux/amd64', scheduleLocally: true },
  });
}

/** Two of one that is built anew after each edit, and another with a container beside its first. */
function pairOfWebServers(chart: Chart): void {
  const web = new Deployment(chart, 'web', {
    metadata: { name: 'web' },
    replicas: 2,
    containers: [{ name: 'web', image: 'ghcr.io/acme/web:4.5.6', portNumber: 3000, readiness: Probe.fromHttpGet('/') }],
  });
  local(web, { build: './services/web', watch: 'rebuild', healthCheck: 'node', replicas: 2 });

  const shop = new Deployment(chart, 'shop', {
    metadata: { name: 'shop' },
    containers: [
      {
        name: 'shop',
        image: 'ghcr.io/acme/shop:1.0.0',
        ports: [
          { name: 'http', number: 8080 },
          { name: 'debug', number: 9229 },
        ],
        envVariables: { PROXY: EnvValue.fromValue('http://localhost:8081') },
      },
      { name: 'proxy', image: 'ghcr.io/acme/proxy:1.0.0', portNumber: 8081, liveness: Probe.fromTcpSocket() },
    ],
  });
  const proxy = { build: './services/proxy', watch: 'rebuild', healthCheck: 'bash' } as const;
  local(shop, { healthCheck: 'none', containers: { proxy } });
  local(shop, {
    publish: [
      { port: 'http', hostPort: 8080 },
      { port: 9229, hostPort: 9230 },
    ],
  });
}

function threeMembers(chart: Chart): void {
  const queue = new StatefulSet(chart, 'queue', {
    metadata: { name: 'queue' },
    replicas: 3,
    containers: [{ image: 'valkey/valkey:8', portNumber: 6379 }],
  });
  local(queue, { replicas: 3, publish: 6379, healthCheck: { exec: ['valkey-cli', 'ping'] } });
}
