import { deviations } from '../description/deviations';
import { comparable, definitions } from './definitions';
import { pairOf } from './pair';

// What a container is like where it runs must be the same on both, or the differences say that it is not.
describe.each(definitions)('$title, on Docker and in the cluster', (definition) => {
  const pair = pairOf(definition);
  test('starts on both', () => pair.start());

  test.each(comparable(definition))('%s is alike', async (service) => {
    const { subject, both, differences } = await pair.describe(service);
    expect(deviations(subject, both, differences)).toEqual([]);
  });
});
