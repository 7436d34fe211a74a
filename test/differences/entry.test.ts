import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { approximated, type Difference, dropped, local } from '../../lib/differences/difference';
import { differencesJson } from '../../lib/differences/differences-json';
import { type Entry, entriesOf } from '../../lib/differences/entry';
import { gathered } from '../../lib/differences/gathered';
import type { Manifest } from '../../lib/manifests/manifest';
import { deployment, type KubeObject, manifestsOf, object } from '../workloads/manifests';

type Tell = (root: Manifest['root']) => readonly Difference[];

function entries(kubeObject: KubeObject, tell: Tell): readonly Entry[] {
  const manifests = manifestsOf(kubeObject);
  const told = manifests.flatMap(({ root }) => tell(root));
  return [...entriesOf(manifests, gathered(told))];
}

const fieldsAndValues = (found: readonly Entry[]) => found.flatMap(({ fields }) => Object.entries(fields));

/** What is there, as the files show it. */
const values = (kubeObject: KubeObject, ...below: string[]) =>
  Object.fromEntries(fieldsAndValues(entries(kubeObject, (root) => [dropped(root.at(...below), 'why', 'what')])));

test('a difference of a leaf is an entry with the object, the value and what became of it', () => {
  const api = deployment('api', { dnsPolicy: 'None' });
  expect(entries(api, (root) => [local(root.at('spec', 'template', 'spec', 'dnsPolicy'), 'why', 'what')])).toEqual([
    {
      construct: 'chart/deployment-orders-api',
      kind: 'Deployment',
      namespace: 'orders',
      name: 'api',
      became: 'local',
      reason: 'why',
      means: 'what',
      fields: { 'spec/template/spec/dnsPolicy': 'None' },
    },
  ]);
});

test('a difference of a list or a map is an entry with all that is in it; fields are in the order of their names', () => {
  const api = object('v1', 'Thing', 'a', { spec: { b: { z: 1, a: [true, []] }, a: 0 } });
  const told = entries(api, (root) => [
    approximated(root.at('spec', 'b'), 'r', 'm'),
    dropped(root.at('spec', 'a'), 'r', 'm'),
  ]);
  expect(fieldsAndValues(told)).toEqual([
    ['spec/a', 0],
    ['spec/b', { z: 1, a: [true, []] }],
  ]);
});

test('what the same became of for the same reason is one entry, and what for another is another', () => {
  const thing = object('v1', 'Thing', 'a', { spec: { a: 1, b: 2, c: 3, d: 4 } });
  const told = entries(thing, (root) => [
    dropped(root.at('spec', 'd'), 'r', 'm'),
    dropped(root.at('spec', 'b'), 'other', 'm'),
    approximated(root.at('spec', 'c'), 'r', 'm'),
    dropped(root.at('spec', 'a'), 'r', 'm'),
  ]);
  expect(told.map(({ became, reason, fields }) => [became, reason, fields])).toEqual([
    ['dropped', 'r', { 'spec/a': 1, 'spec/d': 4 }],
    ['dropped', 'other', { 'spec/b': 2 }],
    ['approximated', 'r', { 'spec/c': 3 }],
  ]);
});

test('a whole object is one entry without a value, and so is what the manifest leaves to a default', () => {
  const thing = object('v1', 'Thing', 'a', { spec: { a: 1, b: 2 } });
  expect(
    entries(thing, (root) => [dropped(root, 'r', 'm'), local(root.at('spec', 'replicas'), 'r', 'm')]),
  ).toMatchObject([
    { fields: { '': null }, became: 'dropped' },
    { fields: { 'spec/replicas': null }, became: 'local' },
  ]);
});

test('nothing of a Secret is shown but what names it', () => {
  const secret = object('v1', 'Secret', 's', {
    type: 'Opaque',
    data: { a: 'c2VjcmV0' },
    stringData: { b: 'plain' },
  });
  const metadata = { ...secret.metadata, annotations: { last: '{"data":{"a":"c2VjcmV0"}}' } };
  const hidden = '(hidden)';
  const own = {
    ...values({ ...secret, metadata }, 'metadata'),
    ...values(secret, 'data'),
    ...values(secret, 'stringData'),
  };
  expect({ ...own, ...values(secret, 'type') }).toEqual({
    metadata: { annotations: { last: hidden }, name: 's', namespace: 'orders' },
    data: { a: hidden },
    stringData: { b: hidden },
    type: 'Opaque',
  });
});

test('what has the name or the shape of a secret is hidden wherever it is', () => {
  const spec = {
    env: [
      { name: 'DB_PASSWORD', value: 'abc' },
      { name: 'DB_URL', value: 'postgres://app:abc@db/app' },
      { name: 'DB_HOST', value: 'db' },
    ],
    args: ['--api-key', 'abc', '--port', '80', '--password=abc'],
    clientSecret: 'abc',
    tokens: { accessToken: ['abc'] },
    secretName: 'names-one',
    automountServiceAccountToken: false,
  };
  expect(values(object('v1', 'Thing', 'a', { spec }), 'spec')).toEqual({
    spec: {
      env: [
        { name: 'DB_PASSWORD', value: '(hidden)' },
        { name: 'DB_URL', value: '(hidden)' },
        { name: 'DB_HOST', value: 'db' },
      ],
      args: ['--api-key', '(hidden)', '--port', '80', '(hidden)'],
      clientSecret: '(hidden)',
      tokens: { accessToken: ['(hidden)'] },
      secretName: 'names-one',
      automountServiceAccountToken: false,
    },
  });
});

test('the file for programs is JSON with an entry a line, and without entries too', () => {
  const told = entries(object('v1', 'Thing', 'a', { spec: { a: 1, b: 'ü\u2028' } }), (root) => [
    dropped(root.at('spec'), 'r', 'm'),
  ]);
  const json = differencesJson(told);
  expect(JSON.parse(json)).toEqual({ writtenBy: 'cdk8s-tandem', version: 3, differences: told });
  expect(json.split('\n')).toHaveLength(8);
  expect(JSON.parse(differencesJson([]))).toEqual({ writtenBy: 'cdk8s-tandem', version: 3, differences: [] });
});

test('docs/differences.md names each key, and no other', () => {
  const text = readFileSync(join(__dirname, '../../docs/differences.md'), 'utf8');
  const rows = [...text.matchAll(/^\| (`.*?) \|/gm)].map(([, keys = '']) => keys);
  const [entry = {}] = entries(object('v1', 'Thing', 'a', { spec: { a: 1 } }), (root) => [
    { ...dropped(root.at('spec'), 'r', 'm'), note: 'n' },
  ]);
  expect(rows.join(', ').replaceAll('`', '').split(', ')).toEqual(Object.keys(entry));
});
