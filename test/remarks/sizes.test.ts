import { configMap } from '../workloads/manifests';
import { remarksOn } from './remarks-on';

test('an object of which kubectl apply can keep no copy is told, with the way that keeps none', () => {
  expect(remarksOn(configMap('large', { a: 'x'.repeat(256 * 1024) }))).toEqual([
    'Size: the ConfigMap orders/large is too large for the copy that kubectl apply keeps: kubectl apply --server-side -f dist/',
  ]);
  expect(remarksOn(configMap('fits', { a: 'x'.repeat(255 * 1024) }))).toEqual([]);
  expect(remarksOn(configMap('quotes', { a: '"'.repeat(140 * 1024) }))).toHaveLength(1);
});
