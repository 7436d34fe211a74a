import assert from 'node:assert/strict';
import test from 'node:test';
import {
  Capture,
  Compose,
  connects,
  expectMatch,
  expectParity,
  Manifests,
  Match,
  snapshotText,
} from 'cdk8s-tandem/testing';
import { app } from './platform.mjs';

const manifests = Manifests.from(app);

test(`Node ${process.version}`, () => assert.notEqual(manifests.resources.length, 0));

test('what is there is found, and captured', () => {
  const image = new Capture(Match.stringLikeRegexp('^ghcr'));
  manifests.hasResource('Deployment', { spec: { template: { spec: { containers: [{ image }] } } } });
  assert.equal(image.asString(), 'ghcr.io/acme/orders-api:1.2.3');
  expectMatch(manifests.container('api').env, Match.arrayWith([{ name: 'LOG_LEVEL', value: 'info' }]));
});

test('both targets are asked', () => {
  Compose.from(app).hasService('api', { read_only: true });
  connects('api', 'mongo', 27017, app);
  manifests.cannotConnect('mongo', 'api', 8000);
  expectParity(app);
});

test('a snapshot is a text', () => {
  assert.match(
    snapshotText(manifests.findResources('Service', {}, { name: 'api' })),
    /^apiVersion: v1\nkind: Service\n/,
  );
});
