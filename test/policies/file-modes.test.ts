import { DataApi } from 'cdk8s-tandem';
import { problemsOf } from '../misuse/problems-of';
import { synthesized } from '../synthesis';
import { deployment } from '../workloads/manifests';
import { refused } from './refused';

const place = 'chart/deployment-orders-api · spec/template/spec/volumes/0';
const of = (volume: object) => refused(deployment('api', { volumes: [{ name: 'v', ...volume }] }));

test.each([0o1777, -1, 1.5, '0444'])('%j is no mode of a file, in any volume and its items', (mode) => {
  const said = (path: string) => [`${place}/${path}: is no mode of a file, got ${JSON.stringify(mode)}.`];
  expect(of({ secret: { secretName: 's', defaultMode: mode } })).toEqual(said('secret/defaultMode'));
  expect(of({ configMap: { name: 'c', items: [{ key: 'k', path: 'k', mode }] } })).toEqual(
    said('configMap/items/0/mode'),
  );
  expect(of({ projected: { defaultMode: mode, sources: [] } })).toEqual(said('projected/defaultMode'));
  expect(of({ projected: { sources: [{ secret: { name: 's', items: [{ key: 'k', path: 'k', mode }] } }] } })).toEqual(
    said('projected/sources/0/secret/items/0/mode'),
  );
});

test.each([0, 0o400, 0o777, 444])('%j is one', (mode) => {
  expect(of({ secret: { secretName: 's', defaultMode: mode } })).toEqual([]);
});

test.each([
  [777, 'is no mode of a file, got 777', 'write 0o777.'],
  [444, 'is 0o674: it lacks the sign of an octal number, got 444', 'write 0o444.'],
  [0o1777, 'is no mode of a file, got 1023', 'write 0o444 where all may read it, or 0o400.'],
])('%j in a pod of ours is told with what was meant', (defaultMode, wrong, fix) => {
  const volumes = [{ name: 'v', secret: { secretName: 's', defaultMode } }];
  const problems = problemsOf(() =>
    synthesized((chart) => new DataApi(chart, 'api', { image: 'ghcr.io/acme/api:1.2.3', volumes })),
  );
  expect(problems).toEqual([
    `orders/api/deployment · spec/template/spec/volumes/1/secret/defaultMode: ${wrong}. Expected a number from 0 to 0o777, which is 511. Fix: ${fix}`,
  ]);
});
