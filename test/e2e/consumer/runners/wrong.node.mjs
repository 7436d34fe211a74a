import test from 'node:test';
import { Manifests } from 'cdk8s-tandem/testing';
import { app } from './platform.mjs';

test('too many replicas', () => Manifests.from(app).hasResource('Deployment', { spec: { replicas: 4 } }));
