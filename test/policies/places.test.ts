import { satisfying } from '../../lib/checks/check';
import { within } from '../../lib/checks/finding';
import { Field } from '../../lib/manifests/field';
import { partAt } from '../../lib/policies/part';
import { findingsAt } from '../../lib/policies/places';

/** A check that takes no value, and calls itself by its name. */
const never = (name: string) => satisfying(() => false, name, 'nothing.', 'leave it out.');

const found = (container: object, ...places: readonly (readonly [path: string, name: string])[]) => {
  const findings = findingsAt(places.map(([path, name]) => [path, never(name)] as const));
  const part = partAt(Field.root('pod', { containers: [container] }).at('containers', 0));
  return findings(part).map(({ prop, wrong }) => `${prop} ${wrong}`);
};

test('what is found is told rule by rule, each in the order of its elements, though a list is walked once', () => {
  const container = { ports: [{ number: 1, name: 'a' }, { number: 2 }], env: [{}] };
  expect(found(container, ['ports/*/number', 'first'], ['env/*', 'second'], ['ports/*/name', 'third'])).toEqual([
    'containers/0/ports/0/number first',
    'containers/0/ports/1/number first',
    'containers/0/env/0 second',
    'containers/0/ports/0/name third',
  ]);
});

test('of what is not there, only what must be is asked for', () => {
  expect(found({ ports: [{}] }, ['ports/*/name', 'may'], ['ports/*/number+', 'must'])).toEqual([
    'containers/0/ports/0/number must',
  ]);
  expect(found({ ports: [null] }, ['ports/*/number+', 'must'], ['probe/exec/command+', 'must'])).toEqual([]);
});

test('of what is missing one rule speaks, the one that asks for it', () => {
  const rules = [
    ['name+', 'must'],
    ['name', 'word'],
  ] as const;
  expect(found({}, ...rules)).toEqual(['containers/0/name must']);
  expect(found({ name: '' }, ...rules)).toEqual(['containers/0/name must']);
  expect(found({ name: 'a' }, ...rules)).toEqual(['containers/0/name must', 'containers/0/name word']);
});

test('a finding of what is below a place is told with the way there', () => {
  const check = (value: unknown) => within('number', never('wrong')(value));
  const part = partAt(Field.root('pod', { ports: [{ number: 1 }] }));
  expect(findingsAt([['ports/*', check]])(part).map(({ prop }) => prop)).toEqual(['ports/0.number']);
});

test('what has another shape has no such places', () => {
  expect(found({ ports: 'none', probe: ['exec'] }, ['ports/*/name', 'a'], ['probe/exec', 'b'])).toEqual([]);
});
