import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { EtlCronJob, StatefulMongo, type TandemApp } from 'cdk8s-tandem';
import { type Laptop, laptopWith } from './laptop';

const seed = 'test/e2e/seed';

function seeded(app: TandemApp, command?: string): void {
  const chart = new Chart(app, 'orders', { namespace: 'orders' });
  const mongo = new StatefulMongo(chart, 'mongo', { local: { seed } });
  const env = { MONGO_URL: mongo.url() };
  const job = { image: 'busybox:1.37', schedule: '0 0 1 1 *', env };
  new EtlCronJob(chart, 'load', command ? { ...job, command: [command], local: { scheduleLocally: true } } : job);
}

// A seed ends where somebody who runs on waits for it, and else stays.
describe.each([
  ['of a database with a client that runs on', (app: TandemApp) => seeded(app, 'true')],
  ['of a database with a job alone', (app: TandemApp) => seeded(app)],
])('the seed %s', (title, define) => {
  const laptop = laptopWith({ title, define, sources: seed });

  test('is in the database when all is up, and once after another start and a restart', async () => {
    const { up, compose } = laptop();
    expect(await up()).toMatchObject({ ok: true });
    expect(await products(laptop())).toEqual(['coffee', 'tea']);
    expect(await up()).toMatchObject({ ok: true });
    await compose('restart', '--timeout=3');
    expect(await up()).toMatchObject({ ok: true });
    expect(await products(laptop())).toEqual(['coffee', 'tea']);
  });

  test('fails the start where a file fails, leaves nothing of that, and says why', async () => {
    const { up, compose, synthesis, printed } = laptop();
    const broken = join(synthesis.folder, seed, '30-broken.js');
    writeFileSync(broken, "db.products.insertOne({ item: 'half' });\nnothing.of(this);\n");
    await compose('rm', '--force', '--stop', 'mongo-seed');
    expect(await up()).toMatchObject({ ok: false });
    const { stdout } = await printed(/(docker compose logs mongo-seed)/, 'docker compose logs mongo-seed');
    expect(stdout).toContain('FAILED: 30-broken.js: nothing is not defined. Nothing of this file was put in');
    expect(await products(laptop())).toEqual(['coffee', 'tea']);
    rmSync(broken);
    expect(await up()).toMatchObject({ ok: true });
  });
});

async function products({ printed }: Laptop): Promise<unknown> {
  const url = 'mongodb://app:$(cat /credentials/app-password)@127.0.0.1:27017/app?directConnection=true';
  const query = 'JSON.stringify(db.products.find().toArray().map(({ item }) => item).sort())';
  const inside = `mongosh --quiet --norc "${url}" --eval "${query}"`;
  const command = `docker compose exec -T mongo-rs-config bash -c '${inside}'`;
  return JSON.parse((await printed(/(.+)/s, command)).stdout);
}
