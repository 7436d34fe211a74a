import type { LocalOptions } from 'cdk8s-tandem';
import {
  anyContainer,
  deployment,
  job,
  type KubeObject,
  object,
  owning,
  podTemplate,
  statefulSet,
} from '../workloads/manifests';
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

const kindsOf = (options: LocalOptions) => (pod: KubeObject) =>
  tandemOf([pod], { [pod.metadata.name]: options }).rendered.problems;

describe('a number of pods is refused', () => {
  const listening = { containers: [{ ...anyContainer, ports: [{ containerPort: 8000 }] }] };

  test('behind one published port, which only one could have', () => {
    expect(() => kindsOf({ replicas: 2, publish: 8000 })(deployment('api', listening))).toThrow(
      'orders/deployment-orders-api · local.replicas: would have several pods behind one published port, got 2. Expected 1, where local.publish is given. Fix: leave one of the two out.',
    );
    expect(kindsOf({ replicas: 0, publish: 8000 })(deployment('api', listening))).toEqual([]);
    expect(kindsOf({ replicas: 2, publish: 8000 })(statefulSet('db', {}, listening))).toEqual([]);
  });

  test('for what a machine runs one of', () => {
    const agent = object('apps/v1', 'DaemonSet', 'agent', { spec: owning(podTemplate('agent')) });
    expect(() => kindsOf({ replicas: 2 })(agent)).toThrow(
      'is given to a DaemonSet, of which a machine runs one, got 2.',
    );
    expect(kindsOf({ replicas: 0 })(agent)).toEqual([]);
  });

  test('for what runs by hand', () => {
    expect(() => kindsOf({ replicas: 0 })(job('load'))).toThrow(
      'is given to a Job, which runs when somebody runs it, got 0.',
    );
  });
});

describe('watch is refused', () => {
  const mounting = { ...probed, volumeMounts: [{ name: 'tmp', mountPath: '/app/tmp' }] };
  const pod = (container: object) =>
    deployment('api', { volumes: [{ name: 'tmp', emptyDir: {} }], containers: [container] });
  const at = (path: string) => ({ watch: { mount: './api', at: path } });

  test('where nothing is built', () => {
    refused({ watch: 'rebuild' })(
      'orders/deployment-orders-api · local.watch: has nothing to build, got "rebuild". Expected a container with a build. Fix: say from what: build: \'./…\'.',
    );
    expect(kindsOf({ build: '.', watch: 'rebuild' })(deployment('api'))).toEqual([]);
  });

  test('for what ends by itself', () => {
    expect(() => kindsOf({ build: '.', watch: 'rebuild' })(job('load'))).toThrow(
      'local.watch: is given to what ends by itself, got "rebuild".',
    );
    expect(kindsOf(at('/app'))(job('load'))).toEqual([]);
  });

  test.each(['/app', '/app/', '/app/tmp'])('at %s, where a volume could not be mounted in it', (path) => {
    expect(() => kindsOf(at(path))(pod(mounting))).toThrow(
      `local.watch.at: is where the pod mounts /app/tmp, got "${path}". Expected a folder with no mount of the pod in it.`,
    );
  });

  test.each(['/app/src', '/ap', '/application'])('but not at %s', (path) => {
    expect(kindsOf(at(path))(pod(mounting))).toEqual([]);
  });
});

test('what is told of several members is refused once', () => {
  expect(() => kindsOf({ replicas: 3, healthCheck: 'curl' })(statefulSet('db'))).toThrow('One mistake');
});

test('a published port of a pod on the network of the machine is refused: it is there already', () => {
  const pod = { hostNetwork: true, containers: [{ ...anyContainer, ports: [{ containerPort: 8000 }] }] };
  expect(() => kindsOf({ publish: 8000 })(deployment('api', pod))).toThrow(
    'local.publish: is given to a pod on the network of the machine, whose ports are there already, got 8000.',
  );
});

test('a health check of an init container is refused: what comes after waits for its end', () => {
  const pod = { initContainers: [{ ...anyContainer, name: 'migrate' }] };
  expect(() =>
    kindsOf({ containers: { migrate: { healthCheck: { exec: ['true'] } } } })(deployment('api', pod)),
  ).toThrow('local.containers.migrate.healthCheck: is given to what ends by itself');
});
