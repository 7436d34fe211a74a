import { DataApi } from 'cdk8s-tandem';
import { problemsOf } from '../misuse/problems-of';
import { synthesized } from '../synthesis';
import { anyContainer, deployment, object } from '../workloads/manifests';
import { refused } from './refused';

const named = (name: string, apiVersion: string, kind: string) =>
  refused({ ...object(apiVersion, kind, 'x'), metadata: { name } });

test.each([
  ['My_App', 'v1', 'ConfigMap', 'is no name in DNS, got "My_App".'],
  ['a/b', 'apps/v1', 'Deployment', 'is no name in DNS, got "a/b".'],
  ['1app', 'v1', 'Service', 'does not begin with a letter, as a host name must, got "1app".'],
  ['a_b', 'batch/v1', 'CronJob', 'is no name in DNS, got "a_b".'],
  ['a'.repeat(53), 'batch/v1', 'CronJob', 'has 53 characters: a job of it has eleven more'],
])('an object of a stranger that is called %s is refused', (name, apiVersion, kind, said) => {
  const problems = named(name, apiVersion, kind).filter((one) => one.includes('· metadata/name: '));
  expect(problems).toEqual([expect.stringContaining(said)]);
});

test.each([
  ['system:controller', 'rbac.authorization.k8s.io/v1', 'ClusterRole'],
  ['a.b-c.1', 'v1', 'ConfigMap'],
])('one that is called %s may be, as a %s %s', (name, apiVersion, kind) => {
  expect(named(name, apiVersion, kind)).toEqual([]);
});

test.each(['1-backup', 'a.b', 'a'.repeat(52)])('a CronJob may be called %s', (name) => {
  const said = named(name, 'batch/v1', 'CronJob').filter((one) => one.includes('· metadata/name: '));
  expect(said).toEqual([]);
});

test('a namespace of a stranger is asked, too', () => {
  expect(refused(object('v1', 'ConfigMap', 'conf', {}, 'My_Team'))).toEqual([
    'chart/configmap-my_team-conf · metadata/namespace: is no name of a namespace, got "My_Team".',
  ]);
});

describe('in a pod', () => {
  const place = 'chart/deployment-orders-api · spec/template/spec';

  test.each(['..', '', 'Main', undefined, 3])('a container is not called %j', (name) => {
    const problems = refused(deployment('api', { containers: [{ ...anyContainer, name }] }));
    expect(problems.filter((one) => one.startsWith(`${place}/containers/0/name: `))).toHaveLength(1);
  });

  test('a volume is not called ../v', () => {
    expect(refused(deployment('api', { volumes: [{ name: '../v', emptyDir: {} }] }))).toEqual([
      `${place}/volumes/0/name: is no name in a pod, got "../v".`,
    ]);
  });

  test.each([[], null, undefined])('%j are no containers', (containers) => {
    expect(refused(deployment('api', { containers }))).toEqual([`${place}/containers: are none.`]);
  });
});

test('our own are told once, by their ids', () => {
  const problems = problemsOf(() =>
    synthesized((chart) => void new DataApi(chart, 'My_Api', { image: 'ghcr.io/acme/api:1.2.3' })),
  );
  expect(problems).toEqual([expect.stringMatching(/^orders\/My_Api · id: is no name for an object of Kubernetes/)]);
});
