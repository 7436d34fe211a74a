import { deployment } from '../workloads/manifests';
import { refused } from './refused';

const image = 'ghcr.io/acme/api:1.2.3';
const of = (resources: object, more: object = {}) =>
  refused(deployment('api', { containers: [{ name: 'main', image, resources }], ...more }));
const place = 'chart/deployment-orders-api · spec/template/spec';
const resources = `${place}/containers/0/resources`;

test.each([
  ['cpu', '2', '1'],
  ['memory', '1.1Gi', '1Gi'],
  ['ephemeral-storage', 2048, '1Ki'],
  ['kubernetes.io/batteries', '2', '1'],
])('more %s than its limit is refused', (name, request, limit) => {
  const pointer = name.replace('/', '~1');
  expect(of({ requests: { [name]: request }, limits: { [name]: limit } })).toEqual([
    `${resources}/requests/${pointer}: is above the limit of ${JSON.stringify(limit)}, got ${JSON.stringify(request)}.`,
  ]);
});

test('so it is in an init container', () => {
  const bounds = { requests: { cpu: '501m' }, limits: { cpu: 0.5 } };
  expect(of({}, { initContainers: [{ name: 'first', image, resources: bounds }] })).toEqual([
    `${place}/initContainers/0/resources/requests/cpu: is above the limit of 0.5, got "501m".`,
  ]);
});

test('and in the pod as a whole', () => {
  expect(of({}, { resources: { requests: { memory: '2Gi' }, limits: { memory: '1Gi' } } })).toEqual([
    `${place}/resources/requests/memory: is above the limit of "1Gi", got "2Gi".`,
  ]);
});

test('what is had whole is asked for as it is limited', () => {
  const wrong = { 'hugepages-2Mi': '2Mi', 'nvidia.com/gpu': 1 };
  expect(of({ requests: { cpu: 1, ...wrong }, limits: { 'nvidia.com/gpu': 2 } })).toEqual([
    `${resources}/requests/hugepages-2Mi: has no limit, got "2Mi".`,
    `${resources}/requests/nvidia.com~1gpu: is not the limit, which is 2, got 1.`,
  ]);
});

test('large pages are whole, and beside memory or cpu', () => {
  expect(of({ limits: { 'hugepages-2Mi': '3Mi' } })).toEqual([
    `${resources}/limits/hugepages-2Mi: is no number of whole pages, got "3Mi".`,
    `${resources}: are large pages beside nothing, got {"limits": {"hugepages-2Mi": "3Mi"}}.`,
  ]);
});

test.each([
  ['cpu', '-1', 'is below zero'],
  ['memory', 'a lot', 'has another shape than its kind'],
  ['nvidia.com/gpu', '500m', 'is no whole number'],
  ['gpu', '1', 'is of nothing that a node has'],
  ['memroy', '1Gi', 'is of nothing that a node has'],
  ['requests.acme.com/x', '1', 'is of nothing that a node has'],
])('%s of %s is refused', (name, amount, wrong) => {
  expect(of({}, { overhead: { [name]: amount } })).toEqual([
    `${place}/overhead/${name.replace('/', '~1')}: ${wrong}, got ${JSON.stringify(amount)}.`,
  ]);
});

test('a volume of less than nothing is refused', () => {
  expect(of({}, { volumes: [{ name: 'v', emptyDir: { sizeLimit: '-1Mi' } }] })).toEqual([
    `${place}/volumes/0/emptyDir/sizeLimit: is below zero, got "-1Mi".`,
  ]);
});

test('what the API server takes is taken', () => {
  const limits = { cpu: '1', memory: null, 'hugepages-2Mi': '4Mi', 'nvidia.com/gpu': '1k', 'acme.com/x.y_Z': 0 };
  expect(of({ limits })).toEqual([]);
  expect(of({ limits, requests: { cpu: '1000m', 'hugepages-2Mi': '4096Ki', 'nvidia.com/gpu': 1000 } })).toEqual([]);
  expect(of({ requests: { cpu: 1, memory: '1e3', 'a.kubernetes.io/x': '0.5' } }, { overhead: { cpu: '0' } })).toEqual(
    [],
  );
});
