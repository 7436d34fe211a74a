import { Field } from '../../lib/manifests/field';
import { type Labels, rememberSelection, selectorOf } from '../../lib/workloads/selector';

const app = { app: 'api' };
const both = { app: 'api', tier: 'front' };
const expression = (operator: string, ...values: string[]) => ({
  matchExpressions: [{ key: 'app', operator, ...(values.length > 0 && { values }) }],
});

const cases: readonly (readonly [string, object, readonly Labels[], readonly Labels[]])[] = [
  ['an empty selector', {}, [{}, app, both], []],
  ['one label', { matchLabels: app }, [app, both], [{}, { app: 'web' }]],
  ['all of several labels', { matchLabels: both }, [both], [{}, app, { tier: 'front' }]],
  ['In', expression('In', 'web', 'api'), [app, both, { app: 'web' }], [{}, { app: 'x' }]],
  ['NotIn', expression('NotIn', 'web', 'api'), [{}, { app: 'x' }], [app, { app: 'web' }]],
  ['Exists', expression('Exists'), [app, { app: '' }], [{}, { tier: 'front' }]],
  ['DoesNotExist', expression('DoesNotExist'), [{}, { tier: 'front' }], [app, { app: '' }]],
  ['labels and expressions', { matchLabels: { tier: 'front' }, ...expression('Exists') }, [both], [app]],
];

test.each(cases)('%s: all conditions must hold', (_, selector, selected, others) => {
  const matches = selectorOf(Field.root('chart/policy', selector));
  expect(selected.filter(matches)).toEqual(selected);
  expect(others.filter(matches)).toEqual([]);
});

test('a selector is read when it has found something, and so are the labels that it found it by', () => {
  const field = Field.root('chart/policy', { matchLabels: app, ...expression('In', 'a', 'b') });
  const labels = Field.root('chart/api', { app: 'web', tier: 'a', team: 'red' });
  selectorOf(field);
  expect(field.unread().map(String)).toEqual(field.leaves().map(String));
  rememberSelection(field, [labels]);
  expect(field.unread()).toEqual([]);
  expect(labels.unread().map(String)).toEqual(['tier', 'team']);
});

test.each(['in', 'Gt', 'constructor'])('the operator %s, which is none, is refused', (operator) => {
  expect(() => selectorOf(Field.root('chart/policy', expression(operator, 'a')))).toThrow(
    `chart/policy: matchExpressions/0/operator must be In or NotIn or Exists or DoesNotExist, got "${operator}"`,
  );
});
