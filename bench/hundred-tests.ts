import type { TandemApp } from 'cdk8s-tandem';
import { Compose, cannotConnect, connects, expectParity, Manifests, Match } from 'cdk8s-tandem/testing';
import { platform } from './platform';

/** A hundred tests of a platform of 20 workloads, as jest runs them: of one app, or each of an app of its own. */
const shared = platform('/nonexistent', 20, 1);
const app = () => (process.env.OWN_APPS ? platform('/nonexistent', 20, 1) : shared);

const questions: readonly (readonly [what: string, ask: (app: TandemApp) => void])[] = [
  ['replicas', (app) => Manifests.from(app).hasResource('Deployment', { spec: { replicas: 3 } }, { name: 'w1' })],
  ['policies', (app) => Manifests.from(app).allResources('NetworkPolicy', { spec: { podSelector: Match.anyValue() } })],
  ['images', (app) => expect(Manifests.from(app).container('w1').image).toMatch(/:1\.2\.3$/)],
  ['laptop', (app) => Compose.from(app).allServices({ cap_drop: ['ALL'] })],
  ['ports', (app) => Compose.from(app).serviceCountIs(0, { ports: Match.anyValue() })],
  ['parity', (app) => expectParity(app)],
  ['doors', (app) => connects('w1', 'w0', 27017, app)],
  ['closed doors', (app) => cannotConnect('w1', 'w3', 27017, app)],
  ['secrets', (app) => Manifests.from(app).lacksResource('Secret')],
  ['jobs', (app) => Manifests.from(app).resourceCountIs('CronJob', 6)],
];

const tests = Array.from({ length: 100 }, (_, index) => questions[index % questions.length] ?? questions[0]);

test.each(tests.map((entry, index) => [`${index} ${entry?.[0]}`, entry?.[1]] as const))('%s', (_, ask) => ask?.(app()));
