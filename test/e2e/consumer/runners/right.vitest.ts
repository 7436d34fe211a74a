import { Capture, Compose, connects, expectParity, Manifests, Match, snapshotSerializer } from 'cdk8s-tandem/testing';
import { expect, test } from 'vitest';
import { app } from './platform.mjs';

const manifests = Manifests.from(app);
const api = manifests.container('api');

test(`Node ${process.version}`, () => {
  expect(manifests.resources.length).toBeGreaterThan(0);
});

test('ours are matchers in its expect', () => {
  expect(api).toEqual(Match.objectLike({ image: Match.stringLikeRegexp('^ghcr'), stdin: Match.absent() }));
  expect(api).not.toEqual(Match.objectLike({ image: Match.not(Match.anyValue()) }));
  expect(api).toMatchObject({ env: Match.arrayWith([{ name: 'LOG_LEVEL', value: 'info' }]) });
  expect([api]).toContainEqual(Match.objectLike({ name: 'api' }));
  expect({ text: '{"level":"info"}' }).toStrictEqual({ text: Match.serializedJson({ level: expect.any(String) }) });
});

test('its matchers are matchers in ours', () => {
  manifests.hasResource('Deployment', {
    metadata: expect.objectContaining({ name: 'api' }),
    spec: { replicas: expect.any(Number), paused: expect.not.stringContaining('x') },
  });
  Compose.from(app).hasService('api', { ports: Match.absent(), cap_drop: expect.arrayContaining(['ALL']) });
});

test('a capture keeps what it matched, once', () => {
  const image = new Capture();
  expect(api).toEqual(Match.objectLike({ image }));
  expect([image.asString(), image.next()]).toEqual(['ghcr.io/acme/orders-api:1.2.3', false]);
});

test('both targets are asked', () => {
  connects('api', 'mongo', 27017, app);
  manifests.cannotConnect('mongo', 'api', 8000);
  expectParity(app);
});

expect.addSnapshotSerializer(snapshotSerializer);

test('a snapshot is YAML', () => {
  expect(manifests.findResources('PodDisruptionBudget', {}, { name: 'api' })).toMatchInlineSnapshot(`
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata:
      labels:
        app: api
        app.kubernetes.io/component: api
        app.kubernetes.io/instance: api
        app.kubernetes.io/managed-by: cdk8s-tandem
        app.kubernetes.io/name: api
        app.kubernetes.io/part-of: orders
      name: api
      namespace: orders
    spec:
      maxUnavailable: 1
      selector:
        matchLabels:
          app.kubernetes.io/instance: api
      unhealthyPodEvictionPolicy: AlwaysAllow
  `);
});
