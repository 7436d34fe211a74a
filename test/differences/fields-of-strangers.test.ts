import { unexplained } from '../../lib/differences/differences';
import { outcomeOf } from '../proofs/outcome';
import { configMap, manifestsOf, object } from '../workloads/manifests';
import { aPodWith } from './a-pod-with';
import { eachField } from './each-field';
import { fieldsOfStrangers, unknownToKubernetes } from './fields-of-strangers';

/** All of them in one app, as far as each says anything: what of each nobody has said why. */
function openOf(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const nameOf = (index: number) => `of-${index}`;
  const pods = paths.map((path, index) =>
    object('apps/v1', 'Deployment', nameOf(index), { spec: { template: aPodWith(path) } }),
  );
  const { differences } = outcomeOf({ manifests: manifestsOf(...pods, configMap('a', { a: '1' })), locals: [] });
  const open = new Map<string, string[]>(paths.map((_, index) => [`chart/deployment-orders-${nameOf(index)}`, []]));
  for (const { field, note } of eachField(unexplained(differences))) {
    open.get(field.construct)?.push(`${field} ${note ?? ''}`.trim());
  }
  return new Map([...open.values()].map((places, index) => [paths[index] ?? '', places]));
}

const open = openOf(fieldsOfStrangers);

test.each(fieldsOfStrangers)('%s is carried or told', (path) => {
  expect(open.get(path)).toEqual([]);
});

test('what Kubernetes itself does not know, nobody explains', () => {
  const mistakes = openOf(unknownToKubernetes);
  expect([...mistakes].filter(([, places]) => places.length === 0)).toEqual([]);
});
