import { ApiObject, JsonPatch } from 'cdk8s';
import { allowDifference } from 'cdk8s-tandem';
import type { Difference } from '../lib/differences/difference';
import { differenceTexts } from './differences/difference-texts';
import { synthesized } from './synthesis';
import { deployment } from './workloads/manifests';

type Allowed = readonly [field: string, reason: string];

/** What differs of a Deployment with two fields that nobody knows, after its author's own words. */
function told(allowed: readonly Allowed[]): readonly string[] {
  const { differences } = synthesized((chart) => {
    const api = new ApiObject(chart, 'api', deployment('api'));
    api.addJsonPatch(JsonPatch.add('/spec/template/spec/someday', { a: 1, b: 2 }));
    for (const [field, reason] of allowed) allowDifference(api, field, reason);
  });
  return ofSomeday(differences);
}

function ofSomeday(differences: readonly Difference[]): readonly string[] {
  return differences.flatMap(differenceTexts).filter((text) => text.includes('someday'));
}

test('the author of a definition explains what nobody else has, with all that is below it', () => {
  expect(told([])).toEqual([
    'orders/api spec/template/spec/someday/a: dropped: nobody has said why',
    'orders/api spec/template/spec/someday/b: dropped: nobody has said why',
  ]);
  expect(told([['spec/template/spec/someday', 'only our cluster has it']])).toEqual([
    'orders/api spec/template/spec/someday/a: dropped: only our cluster has it',
    'orders/api spec/template/spec/someday/b: dropped: only our cluster has it',
  ]);
});

test('a neighbour whose name begins alike stays unexplained', () => {
  expect(told([['spec/template/spec/someday/a', 'ours']])).toContain(
    'orders/api spec/template/spec/someday/b: dropped: nobody has said why',
  );
});

test('a construct explains what is below it in the tree', () => {
  const { differences } = synthesized((chart) => {
    new ApiObject(chart, 'api', deployment('api', { someday: 1 }));
    allowDifference(chart, 'spec/template/spec/someday', 'ours');
  });
  expect(ofSomeday(differences)).toEqual(['orders/api spec/template/spec/someday: dropped: ours']);
});

test.each<readonly [string, Allowed]>([
  ['explains a difference that is not there, or that is explained already', ['spec/replicas', 'ours']],
  ['has no reason', ['spec/template/spec/someday', ' ']],
])('one is refused that %s', (wrong, allowed) => {
  expect(() => told([allowed])).toThrow(`orders/api · allowDifference: ${wrong}, got "${allowed[0]}".`);
});
