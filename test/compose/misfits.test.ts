import type { LocalOptions } from 'cdk8s-tandem';
import { anyContainer, deployment } from '../workloads/manifests';
import { tandemOf } from './tandem';

const probed = { ...anyContainer, readinessProbe: { exec: { command: ['true'] } } };
const tail = { ...anyContainer, name: 'tail' };
const refused = (options: LocalOptions, containers: readonly object[] = [probed, tail]) =>
  expect(() => tandemOf([deployment('api', { containers })], { api: options })).toThrow;

test('options of a container that the pod has not are refused', () => {
  refused({ containers: { tails: { build: '.' } } })(
    'orders/deployment-orders-api · local.containers: names a container that the pod has not, got "tails". Expected one of main, tail. Fix: did you mean tail?',
  );
});

test('a program for a container without a probe is refused: it would ask nothing', () => {
  refused({ healthCheck: 'curl' }, [anyContainer])(
    'orders/deployment-orders-api · local.healthCheck: is given to a container without a probe, which says what to ask, got "curl". Expected a container with a probe, or a command. Fix: give the container a readinessProbe, or write a command: { exec: [\'…\'] }.',
  );
  refused({ containers: { tail: { healthCheck: 'curl' } } })('· local.containers.tail.healthCheck: is given to');
});

test.each<LocalOptions>([
  { healthCheck: 'curl' },
  { containers: { main: { healthCheck: 'curl' }, tail: { healthCheck: 'none' } } },
  { containers: { tail: { healthCheck: { exec: ['true'] } } } },
])('%j is fine', (options) => {
  expect(tandemOf([deployment('api', { containers: [probed, tail] })], { api: options }).rendered.problems).toEqual([]);
});
