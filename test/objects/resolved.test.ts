import { ApiObject, App, Chart, type IResolver, Lazy, LazyResolver, type ResolutionContext } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { typedObject } from '../../lib/objects/typed-object';

const cpu = k8s.Quantity.fromString('1');
const props = {
  metadata: { name: 'api', labels: { team: 'live' } },
  spec: {
    replicas: Lazy.any({ produce: () => 2 }),
    selector: {},
    template: { spec: { containers: [{ name: 'live', resources: { limits: { cpu } } }] } },
  },
};

/** Of an app with the resolver: the object by us, and the same by cdk8s. */
function both(...resolvers: IResolver[]) {
  const chart = new Chart(new App({ resolvers }), 'c');
  const ours = typedObject(k8s.KubeDeployment, chart, 'ours', props).toJson();
  const plain = new ApiObject(chart, 'plain', { apiVersion: 'apps/v1', kind: 'Deployment', ...props });
  return { ours, theirs: k8s.KubeDeployment.manifest(plain.toJson()) };
}

const replacing = (is: (context: ResolutionContext) => boolean, by: unknown): IResolver => ({
  resolve: (context) => {
    if (is(context)) context.replaceValue(by);
  },
});

/** One of the user's own, though it is of the family. */
class Mine extends LazyResolver {
  override resolve(context: ResolutionContext): void {
    if (context.value === 2) context.replaceValue(7);
    else super.resolve(context);
  }
}

test.each<[string, IResolver]>([
  ['a text wherever it is', replacing(({ value }) => value === 'live', 'LIVE')],
  [
    'a key of the metadata',
    replacing(({ key, value }) => key.join('.') === 'metadata.labels.team' && value === 'live', 'x'),
  ],
  ['a text in a class', replacing(({ value }) => value === '1', '2')],
  ['what a lazy value yields', new Mine()],
])("what an app's own resolver replaces is said as cdk8s says it: %s", (_, resolver) => {
  const { ours, theirs } = both(resolver);
  expect(ours).toEqual(theirs);
  expect(ours).not.toEqual(both().ours);
});

test('the resolver is asked of the whole object, which says what it is', () => {
  const seen: unknown[] = [];
  both({ resolve: ({ key, value }) => void (key.length === 0 && seen.push(value.kind)) });
  expect(seen).toContain('Deployment');
});

test('resolvers of another copy of cdk8s are none of the app', () => {
  class NumberStringUnionResolver implements IResolver {
    resolve(context: ResolutionContext): void {
      if (context.value.constructor !== Object && typeof context.value.value === 'string')
        context.replaceValue({ value: context.value.value });
    }
  }
  const { ours } = both(new NumberStringUnionResolver());
  expect(ours).toEqual(both().ours);
});
