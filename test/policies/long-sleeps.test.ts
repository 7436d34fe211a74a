import { deployment } from '../workloads/manifests';
import { refused } from './refused';

const image = 'ghcr.io/acme/api:1.2.3';
const of = (lifecycle: object, more: object = {}) =>
  refused(deployment('api', { containers: [{ name: 'main', image, lifecycle }], ...more }));
const place = 'chart/deployment-orders-api · spec/template/spec/containers/0/lifecycle';
const sleeping = (seconds: number) => ({ sleep: { seconds } });

test('a hook that sleeps for longer than the pod has to end is refused, at the start and at the end', () => {
  expect(of({ preStop: sleeping(31) })).toEqual([
    `${place}/preStop/sleep/seconds: is more than the pod has to end, got 31.`,
  ]);
  expect(of({ postStart: sleeping(100) }, { terminationGracePeriodSeconds: 60 })).toEqual([
    `${place}/postStart/sleep/seconds: is more than the pod has to end, got 100.`,
  ]);
});

test('one that sleeps as long, or does something else, is taken', () => {
  expect(of({ preStop: sleeping(30), postStart: { exec: { command: ['true'] } } })).toEqual([]);
  expect(of({ preStop: sleeping(60) }, { terminationGracePeriodSeconds: 60 })).toEqual([]);
});
