import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject } from 'cdk8s';
import { TandemApp } from 'cdk8s-tandem';
import { dataPlatform } from '../../apps/data-platform';
import { synthesize } from '../../lib/app';
import { lockText } from '../../lib/images/image-lock';
import { eachField } from '../differences/each-field';
import { inFolder, synthesized } from '../synthesis';
import { deployment } from '../workloads/manifests';

const [a, b] = ['a', 'b'].map((digit) => `sha256:${digit.repeat(64)}`);

function of(image: string, lock: string | undefined, requireDigests = false, options = {}) {
  return inFolder((projectRoot) => {
    if (lock !== undefined) writeFileSync(join(projectRoot, 'images.lock.json'), lock);
    return synthesized(
      (chart) => new ApiObject(chart, 'web', deployment('web', { containers: [{ name: 'main', image }], ...options })),
      { projectRoot, requireDigests },
    );
  });
}

const imageIn = ({ manifests }: ReturnType<typeof of>) =>
  manifests[0]?.root.at('spec', 'template', 'spec', 'containers', 0, 'image').peek();

const lock = lockText({ 'acme/web:1': a ?? '' });

test('an image that the lock knows has its digest in both outputs', () => {
  const output = of('acme/web:1', lock);
  expect(imageIn(output)).toBe(`acme/web:1@${a}`);
  expect(output.rendered.file.services.web?.image).toBe(`acme/web:1@${a}`);
});

test('what is locked is still read as a whole: nothing of it is unexplained', () => {
  const { differences } = of('acme/web:1', lock);
  expect(differences.filter(({ reason }) => reason === undefined)).toEqual([]);
  expect(eachField(differences).map(({ field }) => field.path.join('/'))).not.toContain('kind');
});

test('without a lock, and of an image that it does not know, the tag stands alone', () => {
  expect(imageIn(of('acme/web:1', undefined))).toBe('acme/web:1');
  expect(imageIn(of('acme/web:2', lock))).toBe('acme/web:2');
});

test('a digest of its own stays, and must not be another than that of the lock', () => {
  expect(imageIn(of(`acme/web:1@${a}`, lock))).toBe(`acme/web:1@${a}`);
  expect(() => of(`acme/web:1@${b}`, lock)).toThrow(
    `orders/web · spec/template/spec/containers/0/image: has another digest than images.lock.json, got "${b?.slice(0, 20)}`,
  );
});

test('an init container and a mounted image are locked as well', () => {
  const more = {
    initContainers: [{ name: 'first', image: 'acme/web:1' }],
    volumes: [{ name: 'model', image: { reference: 'acme/web:1' } }],
  };
  const spec = of('acme/web:1', lock, true, more).manifests[0]?.root.at('spec', 'template', 'spec').peek();
  expect(spec).toMatchObject({
    initContainers: [{ image: `acme/web:1@${a}` }],
    volumes: [{ image: { reference: `acme/web:1@${a}` } }],
  });
});

test('requireDigests refuses each image without one, with its construct', () => {
  expect(() => of('acme/web:1', undefined, true)).toThrow(
    'orders/web · spec/template/spec/containers/0/image: has no digest, and requireDigests asks for one, got "acme/web:1".',
  );
});

test.each([
  ['no JSON', '{', 'all of it: is no JSON object'],
  ['another version', '{"version":2,"images":{}}', 'version: is another than this release reads, got 2'],
  ['no images', '{"version":1}', 'images: is no object of images and digests'],
  ['an image twice', `{"version":1,"images":{"a:1":"${a}","a:1":"${a}"}}`, 'images: names something twice'],
  ['half a digest', '{"version":1,"images":{"a:1":"sha256:abc"}}', 'images["a:1"]: is no whole digest'],
  ['an image without a tag', `{"version":1,"images":{"a":"${a}"}}`, 'is not the name of an image with a tag'],
])('a lock with %s is refused', (_, text, wrong) => {
  expect(() => of('acme/web:1', text, true)).toThrow(`One mistake in the definition`);
  expect(() => of('acme/web:1', text, true)).toThrow(wrong);
});

test('the text of a lock is the same in whatever order its images were found', () => {
  expect(lockText({ 'b:1': 'x', 'a:1': 'y' })).toBe(lockText({ 'a:1': 'y', 'b:1': 'x' }));
});

test('a service that is built has the tag alone, while the cluster has the digest', () => {
  inFolder((projectRoot) => {
    writeFileSync(join(projectRoot, 'images.lock.json'), lockText({ 'ghcr.io/acme/orders-api:1.2.3': a ?? '' }));
    const app = new TandemApp();
    dataPlatform(app);
    const { rendered, manifests } = synthesize(app, { projectRoot });
    expect(rendered.file.services.api).toMatchObject({ image: 'ghcr.io/acme/orders-api:1.2.3', pull_policy: 'build' });
    expect(JSON.stringify(manifests.map(({ object }) => object))).toContain(`ghcr.io/acme/orders-api:1.2.3@${a}`);
  });
});
