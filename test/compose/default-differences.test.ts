import { eachField } from '../differences/each-field';
import { anyContainer, deployment, type KubeObject, object } from '../workloads/manifests';
import { tandemOf } from './tandem';

/** The fields that a pod leaves to a default, and that are told. */
function defaultsOf(pod: object, ...others: readonly KubeObject[]): readonly string[] {
  const { differences } = tandemOf([deployment('api', pod), ...others]);
  const place = 'spec/template/spec/';
  return eachField(differences)
    .filter(({ field }) => !field.exists)
    .map(({ field }) => field.toString().replace(place, ''));
}

const [token, profile] = ['automountServiceAccountToken', 'securityContext/seccompProfile'];
const confined = { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } };

test('a pod that says nothing has a token in a cluster, and no profile', () => {
  expect(defaultsOf({})).toEqual([token, profile]);
});

test('one that says no, or whose account does, has no token', () => {
  const no = { automountServiceAccountToken: false };
  expect(defaultsOf({ ...confined, ...no })).toEqual([]);
  const account = object('v1', 'ServiceAccount', 'quiet', no);
  expect(defaultsOf({ ...confined, serviceAccountName: 'quiet' }, account)).toEqual([]);
  expect(defaultsOf({ ...confined, serviceAccountName: 'other' }, account)).toEqual([token]);
});

test('a profile is missing where any container has none, but for one that is privileged', () => {
  const no = { automountServiceAccountToken: false };
  const own = { ...anyContainer, ...confined };
  expect(defaultsOf({ ...no, containers: [own] })).toEqual([]);
  expect(defaultsOf({ ...no, containers: [own, { ...anyContainer, name: 'b' }] })).toEqual([profile]);
  expect(defaultsOf({ ...no, containers: [{ ...anyContainer, securityContext: { privileged: true } }] })).toEqual([]);
});
