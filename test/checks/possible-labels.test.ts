import { allowFrom } from '../../lib/checks/peers';
import { type LabelRequirement, type LabelSelector, Peer } from '../../lib/connections/peer';

const asked = (operator: LabelRequirement['operator'], ...values: string[]): LabelRequirement => ({
  key: 'app',
  operator,
  ...(values.length > 0 && { values }),
});
const matchLabels = { app: 'web' };

test.each<LabelSelector>([
  { matchLabels, matchExpressions: [asked('DoesNotExist')] },
  { matchLabels, matchExpressions: [asked('In', 'api', 'db')] },
  { matchLabels, matchExpressions: [asked('NotIn', 'web')] },
  { matchExpressions: [asked('Exists'), asked('DoesNotExist')] },
  { matchExpressions: [asked('In', 'a', 'b'), asked('In', 'c')] },
  { matchExpressions: [asked('In', 'a'), asked('NotIn', 'a', 'b')] },
])('no pod is %j', (labels) => {
  expect(allowFrom([Peer.pods(labels)])).toMatchObject([
    { prop: '[0].labels.app', wrong: 'is asked for in ways that no label can meet at once' },
  ]);
});

test.each<LabelSelector>([
  { matchLabels, matchExpressions: [asked('In', 'web', 'api'), asked('Exists'), asked('NotIn', 'api')] },
  { matchExpressions: [asked('DoesNotExist'), asked('NotIn', 'a')] },
  { matchExpressions: [asked('NotIn', 'a'), asked('Exists')] },
  { matchLabels, matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] },
])('some pod may be %j', (labels) => {
  expect(allowFrom([Peer.pods(labels)])).toEqual([]);
});
