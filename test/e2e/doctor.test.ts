import { appendFileSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { type LocalOptions, local, type TandemApp } from 'cdk8s-tandem';
import { written } from '../synthesis';
import { composeIn, doctorIn, well } from './doctor-in';
import { freePort, listening } from './free-port';
import { run } from './run';
import { describeOn } from './selected';

/** An image with nothing in it. */
const empty = 'tandem-doctor-empty:1';
const busybox = 'busybox:1.37';

let folder: string;
let port: number;

const compose = (...args: string[]) => composeIn(folder, ...args);

/** A web server with data, scratch space and a secret, as a stranger's chart may have it. */
function define(image: string, options: LocalOptions): (app: TandemApp) => void {
  const main = {
    name: 'web',
    image,
    command: ['httpd', '-f', '-p', '8080', '-h', '/data'],
    ports: [{ containerPort: 8080 }],
    readinessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 1 },
    volumeMounts: [
      { name: 'data', mountPath: '/data' },
      { name: 'secret', mountPath: '/secret' },
    ],
  };
  const volumes = [{ name: 'secret', secret: { secretName: 'web', items: [{ key: 'password', path: 'password' }] } }];
  const securityContext = { fsGroup: 10001 };
  const spec = {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { securityContext, containers: [main], volumes, terminationGracePeriodSeconds: 1 },
    },
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    ],
  };
  return (app) => {
    const chart = new Chart(app, 'orders', { namespace: 'orders' });
    const metadata = { name: 'web' };
    local(new ApiObject(chart, 'web', { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec }), options);
  };
}

function synth(image: string, ...healthCheck: readonly string[]): void {
  const exec = healthCheck.length > 0 ? healthCheck : ['pidof', 'httpd'];
  written(folder, define(image, { publish: port, healthCheck: { exec } }));
}

const doctor = () => doctorIn(folder);

describeOn('compose')('tandem doctor', () => {
  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'tandem-doctor-')));
    port = await freePort();
    await run('docker', ['import', '-', empty], { input: '\0'.repeat(1024) });
    synth(busybox);
    await compose('create');
  });

  afterAll(async () => {
    await compose('down', '--volumes');
    await run('docker', ['image', 'rm', empty]);
    rmSync(folder, { recursive: true });
  });

  // Whatever a test does is undone before the next.
  afterEach(() => synth(busybox));

  test('finds nothing where all is well, and leaves no container behind', async () => {
    const containers = async () => (await run('docker', ['ps', '--all', '--format={{.Command}}'])).stdout;
    expect(await doctor()).toEqual(well);
    expect(await containers()).not.toContain('tandem-doctor');
  });

  test('finds a program that the health check needs and the image lacks', async () => {
    synth(busybox, 'timeout', '2', 'curl', '-f', 'http://localhost:8080');
    expect(await doctor()).toEqual({
      ok: false,
      said: [
        'web needs curl for its health check, and busybox:1.37 does not hold it.',
        '  Fix: install it in the image, or let local.healthCheck name a program that it holds, or `none`.',
      ],
    });
  });

  test('finds that an image without a shell can give no volume to its group', async () => {
    synth(empty);
    const { said } = await doctor();
    const needs = said.filter((line) => line.startsWith('web')).map((line) => line.replace(/, and .*/, ''));
    expect(needs).toEqual([
      'web needs httpd for its start',
      'web needs pidof for its health check',
      ...['sh', 'chgrp', 'chmod'].map((program) => `web-volumes needs ${program} for its start`),
    ]);
  });

  test('says of an image that is not here how to get it, which is no fault', async () => {
    synth('not.there/web:1');
    const { ok, said } = await doctor();
    expect({ ok, said }).toEqual({
      ok: true,
      said: [
        expect.stringMatching(/^Note: not\.there\/web:1 is not on this laptop.*docker compose pull web/),
        ...well.said,
      ],
    });
  });

  test('finds a port in use by a program, and the variable that moves it', async () => {
    const server = await listening(port);
    const found = await doctor();
    server.close();
    expect(found).toEqual({
      ok: false,
      said: [
        `port ${port}, which web publishes, is in use.`,
        '  Fix: end what holds it, or take another: a line `WEB_PORT=…` in .env.',
      ],
    });
  });

  test('resolves the port as Compose does: with .env', async () => {
    const server = await listening(port);
    writeFileSync(join(folder, '.env'), `WEB_PORT=${await freePort()}\n`);
    const moved = await doctor();
    server.close();
    rmSync(join(folder, '.env'));
    expect(moved).toEqual(well);
  });

  test("finds a port that another project's container holds, by the container's name", async () => {
    const name = `${basename(folder)}-other`;
    await run('docker', ['run', '--detach', '--name', name, `--publish=127.0.0.1:${port}:1`, busybox, 'sleep', '600']);
    const { said } = await doctor();
    await run('docker', ['rm', '--force', name]);
    expect(said[0]).toBe(`port ${port}, which web publishes, is in use by the container ${name}.`);
  });

  test('finds a compose.yaml that is of another synth', async () => {
    appendFileSync(join(folder, 'compose.yaml'), '# pulled\n');
    expect((await doctor()).said[0]).toMatch(/^\.tandem was not written together with this compose\.yaml/);
  });

  test('finds a volume that is older than the secrets of its pod, unless the pod is healthy with it', async () => {
    const secret = join(folder, '.tandem/secrets/web/password');
    const later = Date.now() / 1000 + 3600;
    utimesSync(secret, later, later);
    const name = basename(folder).toLowerCase();
    expect((await doctor()).said[0]).toBe(
      `${name}_data-web-0 was made before .tandem/secrets/web/password: what is in it may still expect the old secrets.`,
    );
    await compose('up', '--wait');
    expect(await doctor()).toEqual(well);
  });

  test("takes the project's own containers for no strangers on its port", async () => {
    expect((await compose('ps', '--format={{.Name}}')).stdout).not.toBe('');
    expect(await doctor()).toEqual(well);
  });
});
