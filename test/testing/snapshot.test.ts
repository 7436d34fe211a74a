import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { allowSecret } from 'cdk8s-tandem';
import { Compose, Manifests, snapshotSerializer, snapshotText } from 'cdk8s-tandem/testing';

expect.addSnapshotSerializer(snapshotSerializer);

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

const app = new App();
const chart = new Chart(app, 'orders', { namespace: 'orders' });
new kplus.Deployment(chart, 'web', {
  metadata: { annotations: { 'checksum/config': 'e84a5a50d289aa' } },
  containers: [{ image: `acme/web:1@${digest}`, envVariables: { COLOUR: kplus.EnvValue.fromValue('c0ffee00') } }],
});
const secret = new kplus.Secret(chart, 'keys', { metadata: { name: 'keys' }, stringData: { key: 'hunter2' } });
allowSecret(secret, 'a test');
const config = new kplus.ConfigMap(chart, 'config', { metadata: { name: 'config' }, data: { level: 'info' } });
const manifests = Manifests.from(app);

test('an object is its YAML, and a list of them its documents', () => {
  expect(manifests.getResource('ConfigMap', { construct: config })).toMatchInlineSnapshot(`
apiVersion: v1
kind: ConfigMap
metadata:
  name: config
  namespace: orders
data:
  level: info
immutable: false
`);
  expect(snapshotText(manifests.findResources('Namespace').concat(manifests.findResources('ConfigMap')))).toContain(
    '\n---\napiVersion: v1\nkind: ConfigMap\n',
  );
});

test('the values of a Secret are in no snapshot', () => {
  expect(snapshotText(manifests.findResources('Secret'))).toMatch(
    /^apiVersion: v1\nkind: Secret\n[\s\S]*stringData:\n {2}key: '\(hidden\)'$/,
  );
  expect(snapshotText(manifests) + snapshotText(Compose.from(app))).not.toContain('hunter2');
});

test('what changes with each build is left out, and nothing else', () => {
  const text = snapshotText(manifests.findResources('Deployment'));
  expect(text).toContain('image: acme/web:1@sha256:(digest)');
  expect(text).toContain('name: orders-web-(hash)');
  expect(text).toContain('checksum/config: (hash)');
  expect(text).toContain('value: c0ffee00');
});

test('the Compose file is itself, without its header and the hashes of its files', () => {
  const text = snapshotText(Compose.from(app));
  expect(text).toMatch(/^name: ''/);
  expect(text).toContain('image: acme/web:1@sha256:(digest)');
  expect(snapshotText({ text: '' })).toBe('');
});

test('what is neither is left to others', () => {
  const others = [undefined, null, 1, 'text', [], {}, [1], { kind: 'x' }, [config.toString()]];
  expect(others.filter(snapshotSerializer.test)).toEqual([]);
  expect({ level: 'info' }).toMatchInlineSnapshot(`
{
  "level": "info",
}
`);
});
