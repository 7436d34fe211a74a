import { Manifests, Match } from 'cdk8s-tandem/testing';
import { expect, test } from 'vitest';
import { app } from './platform.mjs';

const manifests = Manifests.from(app);

test('another image, asked by vitest', () => {
  expect(manifests.container('api')).toEqual(Match.objectLike({ image: 'acme/api:2' }));
});

test('too many replicas, asked by us', () => {
  manifests.hasResource('Deployment', { spec: { replicas: expect.closeTo(4) } });
});
