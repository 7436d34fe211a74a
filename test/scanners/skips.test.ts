import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, JsonPatch } from 'cdk8s';
import { DataApi, EtlCronJob, StatefulMongo } from 'cdk8s-tandem';
import { skips } from '../../lib/scanners/skips';
import { objectOf, synthesized } from '../synthesis';
import { deployment } from '../workloads/manifests';

type Define = Parameters<typeof synthesized>[0];

const image = 'ghcr.io/acme/web:1';

function annotationsOf(kind: string, name: string, define: Define, props = {}) {
  const metadata: unknown = objectOf(synthesized(define, props), kind, name)?.metadata;
  return Reflect.get(Object(metadata), 'annotations');
}

const noPriority = { 'polaris.fairwinds.com/priorityClassNotSet-exempt': 'true' };

const secretVariable =
  'CKV_K8S_35=programs take a URL with its password from a variable, and a reference wires it from the Secret';

test('a pod owner of ours says which checks it loses, in the scanners’ own words', () => {
  expect(annotationsOf('Deployment', 'api', (chart) => new DataApi(chart, 'api', { image }))).toEqual(noPriority);
});

test('a variable from a Secret loses a check of checkov, in a job as well', () => {
  const define: Define = (chart) => {
    const env = { MONGO_URL: new StatefulMongo(chart, 'mongo').url() };
    new EtlCronJob(chart, 'load', { image, schedule: '15 2 * * *', env });
  };
  expect(annotationsOf('CronJob', 'load', define)).toEqual({ ...noPriority, 'checkov.io/skip1': secretVariable });
});

test('the reconciler of a replica set has no probes, and says so', () => {
  const probes = 'rs-config serves nobody, and ends when it cannot go on, which starts it anew';
  expect(annotationsOf('StatefulSet', 'mongo', (chart) => new StatefulMongo(chart, 'mongo'))).toEqual({
    ...noPriority,
    'checkov.io/skip1': `CKV_K8S_8=${probes}`,
    'checkov.io/skip2': `CKV_K8S_9=${probes}`,
    'polaris.fairwinds.com/livenessProbeMissing-exempt': 'true',
    'polaris.fairwinds.com/readinessProbeMissing-exempt': 'true',
  });
});

test('a container beside it without probes is no default of ours: the checks stay on', () => {
  const mongo: Define = (chart) =>
    new StatefulMongo(chart, 'mongo', { containers: [{ name: 'exporter', image: 'acme/exporter:1' }] });
  expect(annotationsOf('StatefulSet', 'mongo', mongo)).toEqual(noPriority);
});

test('a Deployment whose replicas an autoscaler counts loses a check of polaris', () => {
  const scaled: Define = (chart) => {
    const { deployment } = new DataApi(chart, 'api', { image });
    deployment.addJsonPatch(JsonPatch.remove('/spec/replicas'));
  };
  expect(annotationsOf('Deployment', 'api', scaled)).toEqual({
    ...noPriority,
    'polaris.fairwinds.com/deploymentMissingReplicas-exempt': 'true',
  });
});

test('with a priority class the check is not lost', () => {
  const api: Define = (chart) => new DataApi(chart, 'api', { image, priorityClassName: 'important' });
  expect(annotationsOf('Deployment', 'api', api)).toBeUndefined();
});

test('what the object says already stays', () => {
  const define: Define = (chart) => {
    const env = { MONGO_URL: new StatefulMongo(chart, 'mongo').url() };
    const { deployment } = new DataApi(chart, 'api', { image, env });
    deployment.metadata.addAnnotation('checkov.io/skip1', 'CKV_K8S_43=images of the laptop alone');
    deployment.metadata.addAnnotation('polaris.fairwinds.com/priorityClassNotSet-exempt', 'false');
  };
  expect(annotationsOf('Deployment', 'api', define)).toEqual({
    'checkov.io/skip1': 'CKV_K8S_43=images of the laptop alone',
    'checkov.io/skip2': secretVariable,
    'polaris.fairwinds.com/priorityClassNotSet-exempt': 'false',
  });
});

test('objects that are not ours get none, and one option leaves all of them out', () => {
  const strange: Define = (chart) => new ApiObject(chart, 'web', deployment('web', {}));
  expect(annotationsOf('Deployment', 'web', strange)).toBeUndefined();
  const api: Define = (chart) => new DataApi(chart, 'api', { image });
  expect(annotationsOf('Deployment', 'api', api, { scannerAnnotations: false })).toBeUndefined();
});

test('the laptop has the same file with and without them', () => {
  const api: Define = (chart) => new DataApi(chart, 'api', { image });
  const [on, off] = [true, false].map((scannerAnnotations) => synthesized(api, { scannerAnnotations }));
  expect(on?.rendered.file).toEqual(off?.rendered.file);
});

test('the page about scanners shows every one of them', () => {
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'scanners.md'), 'utf8');
  const rows = page.split('\n').filter((line) => /^\| (checkov|polaris) /.test(line));
  expect(rows).toEqual(
    skips.map(({ scanner, check, of, reason }) => `| ${scanner} | \`${check}\` | ${of} | ${reason} |`),
  );
});
