import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { local, type TandemApp } from 'cdk8s-tandem';
import { composeHow } from './compose/target';
import { eventually } from './eventually';
import { laptopWith } from './laptop';
import { run } from './run';

const sources = 'test/e2e/watched';
const image = 'busybox:1.37';

describe('what is watched', () => {
  const laptop = laptopWith({
    title: 'watched',
    sources,
    define: (app: TandemApp) => {
      const chart = new Chart(app, 'watched', { namespace: 'watched' });
      const pages = owner(chart, 'Deployment', 'pages', { image, command: ['false'] });
      const command = ['httpd', '-f', '-p', '8080', '-h', '/pages'];
      local(pages, { watch: { mount: `${sources}/pages`, at: '/pages', command } });
      const word = owner(chart, 'Deployment', 'word', { image: 'watched-word:1' });
      local(word, { build: `${sources}/tool`, watch: 'rebuild' });
    },
  });
  const inside = async (service: string, ...command: string[]) =>
    (await run('docker', ['compose', 'exec', '-T', service, ...command], composeHow(laptop().synthesis))).stdout;

  test('is seen from inside as it is edited, and cannot be written to there', async () => {
    const { up, synthesis } = laptop();
    expect(await up()).toMatchObject({ ok: true });
    const page = () => inside('pages', 'wget', '-q', '-O-', 'http://127.0.0.1:8080/index.html');
    await eventually(async () => expect(await page()).toBe('first\n'));
    writeFileSync(join(synthesis.folder, sources, 'pages/index.html'), 'second\n');
    expect(await page()).toBe('second\n');
    await expect(inside('pages', 'touch', '/pages/new')).rejects.toThrow('Read-only file system');
  });

  test('is built anew by the command that the summary prints', async () => {
    const { synthesis } = laptop();
    const [, command = ''] = /built anew as you edit: (docker compose watch word)/.exec(synthesis.summary) ?? [];
    expect(await inside('word', 'cat', '/word')).toBe('first\n');
    const watch = spawn('sh', ['-c', `exec ${command}`], {
      ...composeHow(synthesis),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      let said = '';
      for (const stream of [watch.stdout, watch.stderr]) stream.on('data', (text) => (said += text));
      await eventually(async () => expect(said).toContain('Watch enabled'), 120);
      writeFileSync(join(synthesis.folder, sources, 'tool/word'), 'second\n');
      await eventually(async () => expect(await inside('word', 'cat', '/word')).toBe('second\n'), 120);
    } finally {
      watch.kill('SIGINT');
    }
  });
});

describe('several pods', () => {
  const laptop = laptopWith({
    title: 'several',
    define: (app: TandemApp) => {
      const chart = new Chart(app, 'several', { namespace: 'several' });
      const ring = owner(chart, 'StatefulSet', 'ring', writer);
      service(chart, 'ring', { clusterIP: 'None' });
      const web = owner(chart, 'Deployment', 'web', { image, command: ['httpd', '-f', '-p', '8080', '-h', '/etc'] });
      service(chart, 'web', {});
      local(ring, { replicas: 3 });
      local(web, { replicas: 2 });
    },
  });
  const inside = async (service: string, program: string) => {
    const said = await run(
      'docker',
      ['compose', 'exec', '-T', service, 'sh', '-c', program],
      composeHow(laptop().synthesis),
    );
    return said.stdout.trim().split('\n');
  };

  test('of a StatefulSet have the names of the cluster, and a volume each', async () => {
    expect(await laptop().up()).toMatchObject({ ok: true });
    const members = { ring: 'ring-0', 'ring-1': 'ring-1', 'ring-2': 'ring-2' };
    for (const [service, name] of Object.entries(members)) {
      expect(await inside(service, 'hostname; cat /data/*')).toEqual([name, name]);
    }
  });

  test('of a StatefulSet find each other by those names', async () => {
    for (const name of ['ring-0.ring', 'ring-1.ring.several', 'ring-2.ring.several.svc.cluster.local']) {
      expect(await inside('ring', `nslookup ${name} | grep -c 'Address.*[.][0-9]*$'`)).not.toEqual(['0']);
      expect(await inside('ring', `nc ${name} 7000 </dev/null`)).toEqual([name.slice(0, 6)]);
    }
  });

  test('of a Deployment answer under one name', async () => {
    const found = await inside('ring', "nslookup web | grep -A1 '^Name' | grep '^Address'");
    expect(new Set(found).size).toBe(2);
  });
});

/** Each tells who it is, to its volume and to whoever calls. */
const writer = {
  image,
  command: ['sh', '-c', 'hostname > /data/$(hostname); exec nc -ll -p 7000 -e hostname'],
  volumeMounts: [{ name: 'data', mountPath: '/data' }],
};

function owner(chart: Chart, kind: string, name: string, container: object): ApiObject {
  const labels = { app: name };
  const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Mi' } } };
  return new ApiObject(chart, name, {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { terminationGracePeriodSeconds: 1, containers: [{ name, ...container }] },
      },
      ...(kind === 'StatefulSet' && {
        serviceName: name,
        volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: claim }],
      }),
    },
  });
}

function service(chart: Chart, name: string, spec: object): void {
  new ApiObject(chart, `${name}-service`, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { ...spec, selector: { app: name }, ports: [{ port: 8080 }] },
  });
}
