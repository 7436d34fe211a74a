import { Testing } from 'cdk8s';
import { TandemApp } from 'cdk8s-tandem';
import { Compose, cannotConnect, connects, expectParity, Manifests, Match } from 'cdk8s-tandem/testing';
import { MyChart } from './main';

const app = new TandemApp();
new MyChart(app, 'platform');

test(`Node ${process.version}: the load uses the database and nothing else here`, () => {
  connects('nightly-load', 'mongo', 27017, app);
  cannotConnect('nightly-load', 'api', undefined, app);
});

test('the laptop runs what the cluster runs', () => {
  expectParity(app);
  Compose.from(app).allServices({ cap_drop: ['ALL'] });
});

test('values of their own cdk8s-plus arrive', () => {
  const { env, resources } = Manifests.from(app).container('api');
  expect(env).toEqual(Match.arrayWith([{ name: 'LOG_LEVEL', value: 'info' }]));
  expect(resources).toEqual(Match.objectLike({ limits: { cpu: '300m', memory: '256Mi' } }));
});

test("cdk8s' own Testing takes the chart, too", () => {
  const kinds = Testing.synth(new MyChart(Testing.app(), 'plain')).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['StatefulSet', 'Deployment', 'CronJob']));
});
