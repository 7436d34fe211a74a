import { object } from '../workloads/manifests';
import { refused } from './refused';

test('a List is refused: its items are to be documents of their own', () => {
  const items = [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }];
  expect(refused(object('v1', 'List', 'all', { items }))).toEqual([
    'chart/list-orders-all · kind: holds other objects, which would be in no namespace of the chart and not on the laptop, got "List".',
  ]);
});

test('a kind that is called so by somebody is taken', () => {
  expect(refused(object('acme.com/v1', 'List', 'all', { items: [] }))).toEqual([]);
  expect(refused(object('acme.com/v1', 'AllowList', 'all', { items: [] }))).toEqual([]);
});
