import { dataPlatform } from '../../apps/data-platform';
import { outputOf, unitsIn } from '../e2e/definition';
import { type Both, deviations } from './deviations';
import recordedCompose from './recorded/compose.json';
import recordedKubernetes from './recorded/kubernetes.json';
import type { Subject } from './subject';

/** What mongod of the example was like on each target. */
const recorded: Both = { compose: recordedCompose, kubernetes: recordedKubernetes };

const output = outputOf((app) => dataPlatform(app));
const subject = subjectOf('mongo');

function subjectOf(service: string): Subject {
  const unit = unitsIn(output).find((one) => one.service === service);
  if (!unit) throw new Error(`no service ${service}`);
  return { ...output, unit };
}

function found(both: Both, differences = output.differences): readonly string[] {
  return deviations(subject, both, differences);
}

function changed(target: keyof Both, aspect: string, value: string | undefined): Both {
  const { [aspect]: _, ...others } = recorded[target];
  return { ...recorded, [target]: value === undefined ? others : { ...others, [aspect]: value } };
}

test('what was recorded differs as the differences say and in nothing else', () => {
  expect(found(recorded)).toEqual([]);
});

test('without the differences each of them is told', () => {
  const aspects = found(recorded, []).map((line) => line.replace(/: (?:"|missing).*/, ''));
  expect(aspects).toEqual([
    'file /scripts/ready.sh: mode',
    'file /scripts/ready.sh: owner',
    'mount /data/configdb: kind',
    'mount /data/configdb: size',
    'mount /data/db: mode',
    'mount /data/db: owner',
    'mount /run/mongo: kind',
    'mount /run/mongo: mode',
    'mount /run/mongo: size',
    'mount /tmp: kind',
    'mount /tmp: size',
    'name api.orders:8000',
    'name api:8000',
  ]);
});

const known = [...new Set([...Object.keys(recordedCompose), ...Object.keys(recordedKubernetes)])].sort();

test.each([
  ['compose', 'changed'],
  ['kubernetes', 'changed'],
] as const)('each aspect, changed on %s, is told', (target, value) => {
  expect(known.filter((aspect) => found(changed(target, aspect, value)).length === 0)).toEqual([]);
});

test.each(['compose', 'kubernetes'] as const)('each aspect that is missing on %s alone is told', (target) => {
  const ofBoth = known.filter((aspect) => aspect in recordedCompose && aspect in recordedKubernetes);
  const silent = ofBoth.filter((aspect) => found(changed(target, aspect, undefined)).length === 0);
  expect(silent).toEqual([]);
});

test('the line says both values, and where a difference would have excused them', () => {
  expect(found(changed('compose', 'process: user', '0'))).toEqual([
    'process: user: "0" on Docker, "10001" in the cluster: no difference could excuse it',
  ]);
  expect(found(changed('compose', 'variable REPLICA_SET', undefined))).toEqual([
    'variable REPLICA_SET: missing on Docker, "rs0" in the cluster: no difference at orders/mongo/stateful-set spec/template/spec/containers/0/env/1 says so',
  ]);
});

test('a difference that nobody has explained excuses nothing', () => {
  const unexplained = output.differences.map(({ construct, fields, became }) => ({ construct, fields, became }));
  expect(found(recorded, unexplained)).toEqual(found(recorded, []));
});
