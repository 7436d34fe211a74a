import { outputOf, unitsIn } from '../e2e/definition';
import { runnable } from '../zoo/zoo';
import { deviations } from './deviations';

/** What is told of an aspect of the log shipper of the zoo's two containers. */
function told(aspect: string, compose?: string, kubernetes?: string): readonly string[] {
  const output = outputOf(runnable.twoContainers ?? (() => {}));
  const unit = unitsIn(output).find(({ service }) => service === 'site-shipper');
  if (!unit) throw new Error('no such service');
  const only = (value?: string) => (value === undefined ? {} : { [aspect]: value });
  return deviations({ ...output, unit }, { compose: only(compose), kubernetes: only(kubernetes) }, []);
}

const token = 'unasked mount /run/secrets/kubernetes.io/serviceaccount: kind';

test.each([
  ['the token for an API that a laptop has none of', token, undefined, 'memory'],
  ['the share of processors of what asks for none', 'limit: share of processors', '1024', '2'],
  ['what Docker takes from every mount in memory', 'mount /tmp: without', 'nosuid nodev', ''],
  ['the way to itself by its own Service', 'name site.pair:80', 'pair/site', 'nobody'],
])('%s may differ unsaid, but not the other way round', (_, aspect, compose, kubernetes) => {
  expect(told(aspect, compose, kubernetes)).toEqual([]);
  expect(told(aspect, kubernetes, compose)).toHaveLength(1);
});

test('a size in memory may differ only where the manifests set no limit', () => {
  expect(told('mount /tmp: size', 'no limit', '16777216')).toHaveLength(1);
});
