import { deployment } from '../workloads/manifests';
import { refused } from './refused';

const containers = [{ name: 'main', image: 'ghcr.io/acme/api:1.2.3' }];
const place = 'chart/deployment-orders-api · spec/template/spec/tolerations/0';
const bearing = (toleration: object) => refused(deployment('api', { containers, tolerations: [toleration] }));

// Each was asked of the API server of Kubernetes 1.36, where the gate of Lt and Gt is closed.
test.each<[object, string]>([
  [{ key: 'a b', operator: 'Exists' }, '/key: is no name of a label, got "a b".'],
  [{ key: 'a', operator: 'In', value: '3' }, '/operator: is none of what it may be, got "In".'],
  [{ key: 'a', value: 'a b' }, '/value: is no value of a label, got "a b".'],
  [{ key: 'a', operator: 'Exists', effect: 'Foo' }, '/effect: is none of what it may be, got "Foo".'],
  [{ key: '' }, ': names no taint, got {"key": ""}.'],
  [{ key: '', operator: '' }, ': names no taint, got {"key": "", "operator": ""}.'],
  [
    { key: 'a', operator: 'Exists', value: 'b' },
    ': asks for a value and for any, got {"key": "a", "operator": "Exists", "value": "b"}.',
  ],
  [
    { operator: 'Exists', tolerationSeconds: 3 },
    ': has seconds for an effect that ends no pod, got {"operator": "Exists", "tolerationSeconds": 3}.',
  ],
  [
    { operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 1.5 },
    '/tolerationSeconds: is not a whole number, got 1.5.',
  ],
])('%j is refused', (toleration, said) => {
  expect(bearing(toleration)).toEqual([place + said]);
});

test.each<object>([
  { key: '', operator: 'Exists' },
  { key: 'a', operator: '', effect: '', value: '' },
  { key: null, operator: 'Exists', value: null, effect: null, tolerationSeconds: null },
  { operator: 'Exists', effect: 'NoExecute', tolerationSeconds: -1 },
  { operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 2 ** 40 },
  { key: 'a', operator: 'Lt', value: '3' },
])('%j is taken', (toleration) => {
  expect(bearing(toleration)).toEqual([]);
});
