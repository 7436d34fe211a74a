import type { Chart } from 'cdk8s';
import { allowDifference, allowSecret, DataApi, SynthesisError } from 'cdk8s-tandem';
import { synthesized } from './synthesis';

const nothing = undefined as never;

function refused(define: (chart: Chart) => void): readonly string[] {
  try {
    synthesized(define);
  } catch (error) {
    if (error instanceof SynthesisError) return error.problems;
    throw error;
  }
  return [];
}

const noConstruct =
  'construct: is no construct, got undefined. Expected what a class of cdk8s, cdk8s-plus or this library has made. ' +
  'Fix: give it the construct that the call is about, made before.';

test('what may be is said of a construct', () => {
  expect(refused(() => allowSecret(nothing, 'why'))).toEqual([`allowSecret · ${noConstruct}`]);
  expect(refused(() => allowDifference(nothing, 'spec', 'why'))).toEqual([`allowDifference · ${noConstruct}`]);
});

test.each([undefined, '', ' ', 7])('a Secret is not let into the manifests for the reason %p', (reason) => {
  const define = (chart: Chart) =>
    allowSecret(new DataApi(chart, 'api', { image: 'ghcr.io/acme/api:1' }), reason as never);
  expect(refused(define)).toEqual([
    expect.stringMatching(
      /^orders\/api · allowSecret: has no reason, got .* Fix: allowSecret\(construct, 'why it may be'\)\.$/,
    ),
  ]);
});
