import { deviations } from '../description/deviations';
import { comparable, example, zoo } from './definitions';
import { describeContainer } from './describe';
import { pairOf } from './pair';

// What a container is like where it runs must be the same on both, or the differences say that it is not.
describe.each([example, ...zoo])('$title, on Docker and in the cluster', (definition) => {
  const pair = pairOf(definition);
  test('starts on both', () => pair.start());

  test.each(comparable(definition))('%s is alike', async (service) => {
    const { unit, synthesis, ...both } = await pair.ask(service, describeContainer);
    expect(deviations({ ...synthesis, unit }, both, synthesis.differences)).toEqual([]);
  });
});
