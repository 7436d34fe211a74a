import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { said } from '../../lib/objects/said';

test.each([
  ['a lazy value by what it yields', Lazy.any({ produce: () => [Lazy.any({ produce: () => 2 })] }), [2]],
  ['a quantity and a port by their values', [k8s.Quantity.fromString('1'), k8s.IntOrString.fromNumber(80)], ['1', 80]],
  ['what resolves itself by that', { resolve: () => ({ a: 1 }) }, { a: 1 }],
  ['nothing of what is not there', { a: undefined, b: null, c: 0, d: '', e: [], f: {} }, { c: 0, d: '', e: [], f: {} }],
  ['a map whose key is called resolve', { resolve: 'x' }, { resolve: 'x' }],
  ['a field as Kubernetes spells it', { spec: { clusterIp: 'None' } }, { spec: { clusterIP: 'None' } }],
  [
    'a key of the user as it is',
    { data: { clusterIp: 'x' }, labels: { hostPid: 'x' } },
    { data: { clusterIp: 'x' }, labels: { hostPid: 'x' } },
  ],
])('%s', (_, given, expected) => {
  expect(said(given)).toEqual(expected);
});

test('fields come in order', () => {
  expect(Object.keys(said({ b: 1, a: 2, B: 3 }) as object)).toEqual(['B', 'a', 'b']);
});

test('an object of a class that says nothing of this is refused as cdk8s refuses it', () => {
  expect(() => said({ at: new Date(0) })).toThrow("can't render non-simple object of type 'Date'");
});

/** As another copy of cdk8s has them. */
class Late {
  produce() {
    return 2;
  }
}

test('a lazy value of another copy of cdk8s is said by what it yields', () => {
  expect(said({ replicas: new Late() })).toEqual({ replicas: 2 });
});
