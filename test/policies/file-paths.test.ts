import { deployment } from '../workloads/manifests';
import { refused } from './refused';

const containers = [{ name: 'main', image: 'ghcr.io/acme/api:1.2.3' }];
const ours = { 'app.kubernetes.io/managed-by': 'cdk8s-tandem' };
const items = (...paths: readonly string[]) => paths.map((path, index) => ({ key: `k${index}`, path }));
const configMap = (...paths: readonly string[]) => ({ configMap: { name: 'c', items: items(...paths) } });
const secret = (...paths: readonly string[]) => ({ secret: { name: 's', items: items(...paths) } });
const of = (volume: object, labels = {}) =>
  refused({
    ...deployment('api', { containers, volumes: [{ name: 'v', ...volume }] }),
    metadata: { name: 'api', namespace: 'orders', labels },
  });
const place = 'chart/deployment-orders-api · spec/template/spec/volumes/0';

test.each([
  ['a', 'a/b', 'lies in "a", which is a file'],
  ['a/b/c', './a/b', 'is a file, and "a/b/c" lies in it'],
])('a file of a volume is no folder for another: %s, %s', (one, got, wrong) => {
  expect(of(configMap(one, got))).toEqual([`${place}/configMap/items/1/path: ${wrong}, got "${got}".`]);
  expect(of({ projected: { sources: [configMap(one), secret(got)] } })).toEqual([
    `${place}/projected/sources/1/secret/items/0/path: ${wrong}, got "${got}".`,
  ]);
});

test('nor for the token of the pod', () => {
  const sources = [configMap('token/a'), { serviceAccountToken: { path: 'token' } }];
  expect(of({ projected: { sources } })).toEqual([
    `${place}/projected/sources/1/serviceAccountToken/path: is a file, and "token/a" lies in it, got "token".`,
  ]);
});

test('of two sources each path is one of them; in one source, the last one is there, and in a pod of ours that is refused', () => {
  expect(of({ projected: { sources: [configMap('a'), secret('a')] } })).toEqual([
    `${place}/projected/sources/1/secret/items/0/path: is there twice, got "a".`,
  ]);
  expect(of(configMap('a', 'a'))).toEqual([]);
  expect(of(configMap('a', 'a'), ours)).toEqual([`${place}/configMap/items/1/path: is there twice, got "a".`]);
});

test('the API server takes a path in two spellings, and a node writes one file', () => {
  expect(of({ projected: { sources: [configMap('a'), secret('./a')] } })).toEqual([]);
  expect(of({ projected: { sources: [configMap('a'), secret('./a')] } }, ours)).toEqual([
    `${place}/projected/sources/1/secret/items/0/path: is there twice, got "./a".`,
  ]);
});

test('neighbours are taken', () => {
  expect(of(configMap('a', 'ab', 'b/a', 'b/c'))).toEqual([]);
  expect(of({ projected: { sources: [configMap('a'), secret('b')] } })).toEqual([]);
});
