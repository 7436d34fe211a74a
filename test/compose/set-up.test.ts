import type { Chart } from 'cdk8s';
import { DataApi, EtlCronJob, StatefulMongo, type StatefulMongoProps } from 'cdk8s-tandem';
import { eachField } from '../differences/each-field';
import { composed, objectOf, synthesized } from '../synthesis';
import { eachOf } from './tandem';

const seeded = (chart: Chart, props: StatefulMongoProps = {}) =>
  new StatefulMongo(chart, 'mongo', { local: { seed: './seed' }, ...props });
const image = 'ghcr.io/acme/api:1.2.3';
const healthy = { condition: 'service_healthy' };

/** With an API that runs on, and a job. */
const withClients = composed((chart) => {
  const env = { MONGO_URL: seeded(chart).url() };
  new DataApi(chart, 'api', { image, env });
  new EtlCronJob(chart, 'load', { image, env, schedule: '15 2 * * *' });
});

test('the seed goes in by a service as hardened as the container that makes the users, with the URL that clients have', () => {
  const { 'mongo-seed': seed, 'mongo-rs-config': like } = withClients.services;
  expect(seed).toEqual({
    ...like,
    aside: true,
    comment: 'Puts each file of ./seed into the database, once. What it says: docker compose logs mongo-seed',
    depends_on: { mongo: { ...healthy, restart: true } },
    entrypoint: [
      'sh',
      '-c',
      'trap exit TERM; "$@" & wait $!',
      'sh',
      'mongosh',
      '--nodb',

      '--quiet',
      '/tandem/seed.js',
    ],
    volumes: [{ type: 'bind', source: './seed', target: '/seed', read_only: true, bind: { create_host_path: false } }],
    configs: [{ source: 'seed.js', target: '/tandem/seed.js' }],
    secrets: undefined,
    environment: { HOME: '/nonexistent' },
    env_file: ['./.tandem/env/mongo-seed.env'],
    stop_grace_period: undefined,
    tmpfs: ['/tmp:exec,size=64m,gid=10001,mode=2777'],
    labels: { 'files.tandem': expect.stringMatching(/^[0-9a-f]{12}$/) },
    restart: undefined,
  });
  expect(seed).toMatchObject({
    user: '10001:10001',
    read_only: true,
    cap_drop: ['ALL'],
    network_mode: 'service:mongo',
  });
});

test('whoever uses the database waits for it, by hand too', () => {
  const done = { mongo: healthy, 'mongo-seed': { condition: 'service_completed_successfully' } };
  expect(eachOf(withClients, 'depends_on')).toMatchObject({ api: done, load: done });
});

test('where nobody who runs on waits for it, it stays, and a health check tells that it is done', () => {
  const file = composed((chart) => {
    const env = { MONGO_URL: seeded(chart).url() };
    new EtlCronJob(chart, 'load', { image, env, schedule: '15 2 * * *' });
  });
  expect(file.services['mongo-seed']).toMatchObject({
    entrypoint: expect.arrayContaining([
      'trap exit TERM; "$@" & wait $! || exit; : >/dev/shm/done; while sleep 3600 & wait $!; do :; done',
    ]),
    healthcheck: { test: ['CMD', 'test', '-e', '/dev/shm/done'], start_interval: '1s' },
  });
  expect(file.services.load?.depends_on).toEqual({ mongo: healthy, 'mongo-seed': healthy });
});

test('a job whose schedule the laptop keeps runs on, and waits for it', () => {
  const file = composed((chart) => {
    const env = { MONGO_URL: seeded(chart).url() };
    const local = { scheduleLocally: true };
    new EtlCronJob(chart, 'load', { image, env, command: ['load'], schedule: '15 2 * * *', local });
  });
  expect(file.services['mongo-seed']).not.toHaveProperty('healthcheck');
  expect(file.services['load-schedule']?.depends_on).toMatchObject({
    'mongo-seed': { condition: 'service_completed_successfully' },
  });
});

test('without a seed there is no such service', () => {
  const { services } = composed((chart) => new StatefulMongo(chart, 'mongo', { local: { publish: 27017 } }));
  expect(Object.keys(services)).toEqual(['mongo-volumes', 'mongo-prepare', 'mongo', 'mongo-rs-config']);
});

test('nothing of it is in a manifest or in the differences', () => {
  const [with_, without] = ['./seed', undefined].map((seed) =>
    synthesized((chart) => seeded(chart, { local: { seed } })),
  );
  expect(with_?.manifests.map(({ object }) => object)).toEqual(without?.manifests.map(({ object }) => object));
  expect(with_ && objectOf(with_, 'ConfigMap', 'mongo-scripts')?.data).not.toHaveProperty('seed.js');
  const fields = [with_, without].map((output) => eachField(output?.differences ?? []).map(({ field }) => `${field}`));
  expect(fields[0]).toEqual(fields[1]);
});

test.each([
  ['../seed', 'leads out of the project'],
  ['/seed', 'is a place of this machine'],
  ['.\\seed', 'holds a backslash'],
  ['~/seed', 'starts with "~"'],
])('the folder %s is refused', (seed, wrong) => {
  expect(() => composed((chart) => seeded(chart, { local: { seed } }))).toThrow(`orders/mongo · local.seed: ${wrong}`);
});

test('a seed of what is no database of ours is refused', () => {
  const local = JSON.parse('{"seed":"./seed"}');
  expect(() => composed((chart) => new DataApi(chart, 'api', { image, local }))).toThrow('orders/api · local.seed: ');
});
