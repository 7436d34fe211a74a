import { nearest } from '../../lib/checks/nearest';

const words = ['name', 'namespace', 'construct', 'replicas'];

test.each([
  ['nmae', 'name'],
  ['Name', 'name'],
  ['name_space', 'namespace'],
  ['constrcut', 'construct'],
  ['replica', 'replicas'],
  ['erplicsa', 'replicas'],
])('%s was to be %s', (word, meant) => {
  expect(nearest(word, words)).toBe(meant);
});

test.each(['', 'mean', 'labels', 'plicasre', 'x'.repeat(200)])('%s was to be none of them', (word) => {
  expect(nearest(word, words)).toBeUndefined();
});
