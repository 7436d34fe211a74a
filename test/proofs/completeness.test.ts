import { ApiObject, type App, JsonPatch } from 'cdk8s';
import { unexplained } from '../../lib/differences/differences';
import { reasons } from '../../lib/differences/reasons';
import { sinks } from '../zoo/sinks/sinks';
import { apps } from './apps';
import { inputOf, outcomeOf } from './outcome';

/*
 * Claim: each leaf of each manifest was read by whoever renders the Compose file, or is a difference with a reason. What
 * nobody thought of is unexplained, and so to be seen.
 */

function unexplainedIn(define: (app: App) => void): readonly string[] {
  return unexplained(outcomeOf(inputOf(define)).differences).flatMap(({ construct, fields }) =>
    fields.map((field) => `${construct} ${field}`),
  );
}

/** What is listed without a reason, because nobody here can know one: objects of kinds that others define. */
const unknownKinds = /^custom\/included\//;

test.each(Object.entries({ ...apps, ...sinks }))('%s: each leaf is carried, or left out for a reason', (_, define) => {
  expect(unexplainedIn(define).filter((leaf) => !unknownKinds.test(leaf))).toEqual([]);
});

test('two fields that nobody thought of stay unexplained, wherever they are', () => {
  const made = (app: App) => {
    apps.cacheWithSidecar?.(app);
    const objects = app.node.findAll().filter(ApiObject.isApiObject);
    const [service] = objects.filter(({ kind }) => kind === 'Service');
    const [statefulSet] = objects.filter(({ kind }) => kind === 'StatefulSet');
    service?.addJsonPatch(JsonPatch.add('/spec/madeUp', true));
    statefulSet?.addJsonPatch(JsonPatch.add('/spec/template/spec/containers/0/alsoMadeUp', { deep: ['down'] }));
  };
  expect(unexplainedIn(made)).toEqual([
    'cache-with-sidecar/service spec/madeUp',
    'cache-with-sidecar/stateful-set spec/template/spec/containers/0/alsoMadeUp/deep/0',
  ]);
});

/** Kinds of which something is carried. */
const carriedKinds =
  'pod Pod Deployment StatefulSet DaemonSet ReplicaSet Job CronJob Service ConfigMap Secret NetworkPolicy';

test('a reason is about a place, and not about all below one, but of kinds of which nothing is carried', () => {
  const sweeping = reasons.filter(({ fields }) => fields.some((field) => /(^|\/)\*\*|\*\/\*/.test(field)));
  const kinds = sweeping.flatMap((reason) => reason.kinds);
  expect(kinds.filter((kind) => carriedKinds.split(' ').includes(kind))).toEqual([]);
  expect(sweeping.every(({ fields }) => fields.join() === '**')).toBe(true);
});
