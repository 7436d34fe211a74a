import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { DataApi, SynthesisError } from 'cdk8s-tandem';
import fc from 'fast-check';
import { dataPlatform } from '../../apps/data-platform';
import { synthesize } from '../../lib/app';
import type { Key } from '../../lib/manifests/place';
import { committedFiles } from '../../lib/output';
import { summary } from '../../lib/summary';
import { inputOf } from '../proofs/outcome';
import { synthesized } from '../synthesis';
import { everyObject } from '../zoo/sinks/objects';
import { everyOwner } from '../zoo/sinks/owners';
import { problemsOf } from './problems-of';

/*
 * Claim: a manifest of a stranger in which something has another shape than its kind's is refused in words, or goes
 * through; it never ends in an error of ours.
 */
const objects = [...inputOf(dataPlatform).manifests.map(({ object }) => object), ...everyOwner, ...everyObject];
const misshapen = fc.constantFrom(null, 3, 'x', true, '', [], {}, [null], [3], [[]], { x: null });
const cases = fc
  .constantFrom(...objects)
  .chain((object) =>
    fc.record({ object: fc.constant(object), path: fc.constantFrom(...pathsIn(object)), value: misshapen }),
  );

test('a manifest with a value of another shape is refused in words, or carried', () => {
  fc.assert(
    fc.property(cases, ({ object, path, value }) => {
      try {
        const output = synthesize(appOf(withValue(object, path, value)), {});
        expect([committedFiles(output).length, summary(output).length > 0]).toEqual([3, true]);
      } catch (error) {
        if (!(error instanceof SynthesisError)) throw error;
      }
    }),
    { seed: 1, numRuns: 150 },
  );
});

function appOf(manifest: object): App {
  const app = new App({ outdir: '/nonexistent' });
  const chart = new Chart(app, 'orders', { namespace: 'orders' });
  const object = new ApiObject(chart, 'stranger', { apiVersion: 'v1', kind: 'ConfigMap' });
  object.toJson = () => manifest;
  return app;
}

/** Of each value in it, lists and maps too. */
function pathsIn(value: unknown, path: readonly Key[] = []): readonly (readonly Key[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys: readonly Key[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const below = keys.flatMap((key) => pathsIn((value as Record<Key, unknown>)[key], [...path, key]));
  return path.length > 0 ? [path, ...below] : below;
}

function withValue(object: object, path: readonly Key[], value: unknown): object {
  const copy = structuredClone(object) as Record<Key, unknown>;
  const parent = path.slice(0, -1).reduce<Record<Key, unknown>>((place, key) => place[key] as never, copy);
  parent[path.at(-1) ?? ''] = value;
  return copy;
}

describe('nothing in place of a part, put there by a patch', () => {
  const patched = (kind: string, path: string, value: unknown) =>
    problemsOf(() =>
      synthesized((chart) => {
        const api = new DataApi(chart, 'api', { image: 'acme/api:1', autoscaling: { maxReplicas: 4 } });
        const objects = api.node.findAll().filter(ApiObject.isApiObject);
        objects.find((object) => object.kind === kind)?.addJsonPatch(JsonPatch.replace(path, value));
      }),
    );
  const spec = 'spec/template/spec';
  const none = `orders/api/deployment · ${spec}/containers: are none. Expected at least one container. Fix: write one, such as { name: 'main', image: … }.`;

  test.each(['/spec', '/spec/template', `/${spec}`, `/${spec}/containers`])('%s of a Deployment is told', (path) => {
    expect(patched('Deployment', path, null)).toContain(none);
    expect(patched('Deployment', path, [])).toContainEqual(expect.stringMatching(/^orders\/api\/deployment · spec/));
  });

  test.each([[null], [{}], ['x'], [[null]]])('%j in place of the variables of a container is told, or none', (env) => {
    const told = patched('Deployment', `/${spec}/containers/0/env`, env);
    expect(told.filter((line) => !line.startsWith('orders/api/deployment · '))).toEqual([]);
  });

  test('an autoscaler that cdk8s cannot write is told in words', () => {
    const told = problemsOf(() =>
      synthesized((chart) => {
        const spec = { maxReplicas: 4, scaleTargetRef: { kind: 'Deployment', name: 'api' } };
        const object = new k8s.KubeHorizontalPodAutoscalerV2(chart, 'autoscaler', { spec });
        object.addJsonPatch(JsonPatch.replace('/spec', null));
      }),
    );
    expect(told).toEqual([
      "orders/autoscaler · object: cannot be written by cdk8s, which says: Cannot read properties of null (reading 'behavior'). Expected an object of the shape of its kind. Fix: correct what its props or a patch say.",
    ]);
  });
});
