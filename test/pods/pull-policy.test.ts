import { ApiObject, App, Chart } from 'cdk8s';
import { DataApi, EtlCronJob, StatefulMongo, type TandemOptions } from 'cdk8s-tandem';
import { synthesize } from '../../lib/app';
import type { Output } from '../../lib/output';
import { composed, synthesized } from '../synthesis';
import { deployment } from '../workloads/manifests';

const image = 'ghcr.io/acme/orders:1.2.3';

/** Each construct with a container of its own words, and one that we did not make. */
function define(chart: Chart): void {
  const exporter = { name: 'exporter', image, imagePullPolicy: 'Never' };
  new StatefulMongo(chart, 'mongo', {});
  new DataApi(chart, 'api', { image, containers: [exporter], initContainers: [{ name: 'migrate', image }] });
  new EtlCronJob(chart, 'load', { image, schedule: '15 2 * * *', timeZone: 'Etc/UTC' });
  new DataApi(chart, 'own', { image, container: { imagePullPolicy: 'Always' } });
  new ApiObject(chart, 'theirs', deployment('theirs', { containers: [{ name: 'main', image }] }));
}

/** The policy of each container, by workload and container. */
function policiesIn({ reading }: Output): Readonly<Record<string, string | undefined>> {
  const containers = reading.workloads.flatMap(({ name, pod }) =>
    [...pod.initContainers, ...pod.containers].map((one) => [`${name}/${one.name}`, one.field] as const),
  );
  return Object.fromEntries(containers.map(([name, field]) => [name, field.at('imagePullPolicy').tryText()]));
}

const ifNotPresent = {
  'mongo/prepare': 'IfNotPresent',
  'mongo/mongod': 'IfNotPresent',
  'mongo/rs-config': 'IfNotPresent',
  'api/migrate': 'IfNotPresent',
  'api/api': 'IfNotPresent',
  'api/exporter': 'Never',
  'load/load': 'IfNotPresent',
  'own/own': 'Always',
  'theirs/main': undefined,
};

test('an app says for all containers of these constructs when images are pulled; what says it itself stays', () => {
  expect(policiesIn(synthesized(define, { imagePullPolicy: 'IfNotPresent' }))).toEqual(ifNotPresent);
});

test('so does a plain cdk8s App, whose options are known at synth alone', () => {
  const app = new App();
  define(new Chart(app, 'orders', { namespace: 'orders' }));
  const under = (options: TandemOptions) => policiesIn(synthesize(app, options));
  expect(under({ imagePullPolicy: 'IfNotPresent' })).toEqual(ifNotPresent);
  expect(under({})).toMatchObject({ 'api/api': 'Always', 'api/exporter': 'Never' });
});

test('without it a node asks always, while a laptop works offline', () => {
  expect(policiesIn(synthesized(define))).toMatchObject({ 'mongo/mongod': 'Always', 'load/load': 'Always' });
  expect(composed(define).services.load?.pull_policy).toBeUndefined();
});

test('another word is refused', () => {
  const options = { imagePullPolicy: 'ifNotPresent' } as unknown as TandemOptions;
  expect(() => synthesized(define, options)).toThrow(
    'app · imagePullPolicy: is none of what it may be, got "ifNotPresent". Expected one of "Always", "IfNotPresent", "Never". Fix: write "IfNotPresent".',
  );
});
