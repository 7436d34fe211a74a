import type { GivenLocal, WorkloadName } from '../../lib/local/given-local';
import type { LocalOptions } from '../../lib/local/local-options';
import { readLocals } from '../../lib/workloads/with-local';
import { deployment, manifestsOf, statefulSet } from './manifests';

const owners = manifestsOf(deployment('api'), deployment('api-worker'), statefulSet('api'));
const [api, worker, database] = ['deployment-orders-api', 'deployment-orders-api-worker', 'statefulset-orders-api'];

const given = (id: string, options: LocalOptions, which: WorkloadName = {}): GivenLocal => {
  return { construct: id === '' ? 'chart' : `chart/${id}`, options, which };
};

/** What each of the three was given. */
function optionsOf(...all: readonly GivenLocal[]): readonly LocalOptions[] {
  const locals = readLocals(all, owners);
  expect(locals.problems).toEqual([]);
  return owners.map(locals.of);
}

describe('options for the laptop', () => {
  test('are none where none were given', () => {
    expect(optionsOf()).toEqual([{}, {}, {}]);
  });

  test('are those of the construct, and of no other whose path begins alike', () => {
    expect(optionsOf(given(api, { publish: 8000 }))).toEqual([{ publish: 8000 }, {}, {}]);
    expect(optionsOf(given(worker, { publish: 9000 }))).toEqual([{}, { publish: 9000 }, {}]);
  });

  test('given at several times are merged, and what was given last wins', () => {
    const [merged] = optionsOf(
      given(api, { build: './a', publish: 8000 }),
      given(api, { publish: 9000, healthCheck: 'curl' }),
    );
    expect(merged).toEqual({ build: './a', publish: 9000, healthCheck: 'curl' });
  });

  test('given to what holds several workloads are those of the one that is named', () => {
    expect(optionsOf(given('', { publish: 1 }, { kind: 'StatefulSet' }))).toEqual([{}, {}, { publish: 1 }]);
    expect(optionsOf(given('', { publish: 1 }, { name: 'api-worker' }))).toEqual([{}, { publish: 1 }, {}]);
    expect(optionsOf(given('', { publish: 1 }, { kind: 'Deployment', name: 'api' }))).toEqual([{ publish: 1 }, {}, {}]);
    expect(optionsOf({ ...given('', { publish: 1 }, { kind: 'StatefulSet' }), construct: '' })).toEqual([
      {},
      {},
      { publish: 1 },
    ]);
  });
});

describe('a mistake is a problem:', () => {
  const expected = 'a construct that yields one pod owner, such as a Deployment.';
  const none = {
    prop: 'local',
    wrong: 'is given to what yields no pod',
    expected,
    fix: 'give it to another construct.',
  };
  const problemsOf = (one: GivenLocal) => readLocals([one], owners).problems;

  test('options for what yields no pod', () => {
    expect(problemsOf(given('service', {}))).toEqual([{ construct: 'chart/service', ...none }]);
    expect(problemsOf(given('deployment-orders', {}))).toEqual([{ construct: 'chart/deployment-orders', ...none }]);
  });

  test('options for a workload whose name nobody has', () => {
    expect(problemsOf(given(database, {}, { name: 'mongo' }))).toEqual([{ construct: `chart/${database}`, ...none }]);
  });

  test('a name with another key, which would mean any workload', () => {
    expect(problemsOf(given('', { publish: 1 }, { kin: 'StatefulSet' } as never))).toEqual([
      {
        construct: 'chart',
        prop: 'local.which.kin',
        wrong: 'is not known here',
        got: 'StatefulSet',
        expected: 'one of kind, name.',
        fix: 'did you mean kind?',
      },
    ]);
  });

  test('options that could mean several workloads', () => {
    expect(problemsOf(given('', { publish: 1 }, { name: 'api' }))).toEqual([
      {
        construct: 'chart',
        prop: 'local',
        wrong: 'could mean several workloads (Deployment api, StatefulSet api)',
        expected,
        fix: 'name one: local(construct, {…}, { kind, name }).',
      },
    ]);
  });
});
