import { mkdtempSync, realpathSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ApiObject, type App, Chart } from 'cdk8s';
import { written } from '../synthesis';
import { composeIn, doctorIn, well } from './doctor-in';
import { eventually } from './eventually';
import { describeOn } from './selected';

let folder: string;

const compose = (...args: string[]) => composeIn(folder, ...args);
const doctor = () => doctorIn(folder);
const volume = () => `${basename(folder).toLowerCase()}_data-db-0`;

const image = 'busybox:1.37';
const fast = { periodSeconds: 1, failureThreshold: 2 };
const fromSecret = { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } };

/** A database keeps the password that it was made with, and answers whoever says it. */
const database = {
  image,
  name: 'db',
  command: ['sh', '-c', '[ -e /data/password ] || echo "$PASSWORD" >/data/password; exec httpd -f -p 5432 -h /data'],
  env: [fromSecret],
  ports: [{ containerPort: 5432 }],
  readinessProbe: { ...fast, exec: { command: ['pidof', 'httpd'] } },
  volumeMounts: [{ name: 'data', mountPath: '/data' }],
};

const logsIn = [
  'sh',
  '-c',
  'wget -qO- http://db:5432/password | grep -qx "$PASSWORD" || { echo password refused; exit 1; }',
];

/** With what the client runs and is asked, where that is not what it should be. */
function define(client: object): (app: App) => void {
  const shop = {
    ...{ image, name: 'shop', command: ['sleep', '600'], env: [fromSecret] },
    ...{ readinessProbe: { ...fast, exec: { command: logsIn } }, ...client },
  };
  const claim = {
    metadata: { name: 'data' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  };
  return (app) => {
    const chart = new Chart(app, 'orders', { namespace: 'orders' });
    const owner = (kind: string, container: { readonly name: string }, more: object = {}) => {
      const labels = { app: container.name };
      const spec = { terminationGracePeriodSeconds: 1, containers: [container] };
      const template = { metadata: { labels }, spec };
      const metadata = { name: container.name };
      const all = { selector: { matchLabels: labels }, template, ...more };
      new ApiObject(chart, `${kind}-${container.name}`, { apiVersion: 'apps/v1', kind, metadata, spec: all });
    };
    owner('StatefulSet', database, { serviceName: 'db', volumeClaimTemplates: [claim] });
    owner('Deployment', shop);
    const service = { selector: { app: 'db' }, ports: [{ port: 5432 }] };
    new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'db' }, spec: service });
  };
}

const synth = (client: object = {}) => written(folder, define(client));

/** Health checks and restarts take their time. */
const doctorSays = (...lines: readonly unknown[]) =>
  eventually(async () => expect(await doctor()).toEqual({ ok: false, said: lines }), 60);

describeOn('compose')('tandem doctor looks at containers', () => {
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'tandem-doctor-')));
    synth();
  });

  afterAll(async () => {
    synth();
    await compose('down', '--volumes');
    rmSync(folder, { recursive: true });
  });

  test('and finds nothing where they are well', async () => {
    await compose('up', '--wait');
    expect(await doctor()).toEqual(well);
  });

  test('and says of an unhealthy one what its health check and its log say, without a secret', async () => {
    const says = 'echo "listening as $PASSWORD" >&2; sleep 600';
    const asked = ['sh', '-c', 'echo "refused: $PASSWORD"; exit 1'];
    synth({ command: ['sh', '-c', says], readinessProbe: { ...fast, exec: { command: asked } } });
    await compose('up', '--detach');
    await doctorSays(
      expect.stringMatching(/^shop has not become healthy in the \d+ s since its start\.$/),
      '  | health check: refused: ***',
      '  | log: listening as ***',
      '  Fix: mend what it says (all of it: docker compose logs shop), then docker compose up --wait.',
    );
  });

  test('and says of one that ends again and again how it ends', async () => {
    synth({ command: ['sh', '-c', 'echo no such file: orders.conf; exit 3'] });
    await compose('up', '--detach');
    await doctorSays(
      expect.stringMatching(/^shop ends again and again, \d+ times by now, with exit code 3\.$/),
      ...Array(3).fill('  | log: no such file: orders.conf'),
      expect.stringMatching(/^ {2}Fix: /),
    );
  });

  test('and, when .tandem is gone, at the volumes that will refuse what is made anew', async () => {
    await compose('down');
    rmSync(join(folder, '.tandem'), { recursive: true });
    expect((await doctor()).said).toEqual([
      'compose.yaml points to files that are not there: ./.tandem/env/db.env, ./.tandem/env/shop.env.',
      '  Fix: npx cdk8s synth, but see to the volumes first.',
      `${volume()} may have been made with secrets that are gone: what is in it refuses those that synth makes anew.`,
      '  Fix: put the old .tandem back; or docker compose down --volumes, which deletes the data, and then npx cdk8s synth.',
    ]);
  });

  test('and, when they were made anew, at a client of a database that is healthy', async () => {
    synth();
    const secret = join(folder, '.tandem/secrets/db/password');
    // The doctor trusts no clock to the minute; and of what is older than the secrets he shows nothing.
    const later = Date.now() / 1000 + 120;
    utimesSync(secret, later, later);
    await compose('up', '--detach');
    await doctorSays(
      `${volume()} was made before .tandem/secrets/db/password: what is in it may still expect the old secrets.`,
      '  Fix: docker compose down --volumes, which deletes the data; or put the old secrets back.',
      expect.stringMatching(/^shop has not become healthy in the \d+ s since its start\.$/),
      '  | log: not shown, as secrets that are not here any more may be in it',
      '  Fix: mend what it says (all of it: docker compose logs shop), then docker compose up --wait.',
    );
    await compose('down', '--volumes');
    await compose('up', '--wait');
    expect(await doctor()).toEqual(well);
  });
});
