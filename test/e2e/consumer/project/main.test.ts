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

test('an autoscaler, a policy and an ingress of their own cdk8s-plus lead to the API', () => {
  const manifests = Manifests.from(app);
  manifests.hasResource('Deployment', { metadata: { name: 'api' }, spec: { replicas: Match.absent() } });
  manifests.hasResource('HorizontalPodAutoscaler', { spec: { scaleTargetRef: { kind: 'Deployment', name: 'api' } } });
  const podSelector = { matchLabels: { 'app.kubernetes.io/instance': 'api' } };
  manifests.hasResource('NetworkPolicy', {
    metadata: { name: Match.stringLikeRegexp('friends') },
    spec: { podSelector },
  });
  const service = { name: 'api', port: { number: 8000 } };
  manifests.hasResource('Ingress', {
    spec: { rules: [{ http: { paths: [Match.objectLike({ backend: { service } })] } }] },
  });
});

test("cdk8s' own Testing takes the chart, too", () => {
  const kinds = Testing.synth(new MyChart(Testing.app(), 'plain')).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['StatefulSet', 'Deployment', 'CronJob']));
});
