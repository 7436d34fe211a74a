import {
  type ApiObject,
  App,
  ImplicitTokenResolver,
  type IResolver,
  LazyResolver,
  NumberStringUnionResolver,
  ResolutionContext,
} from 'cdk8s';

/** The value as the app's own resolvers have it, where it has any: cdk8s' own ask nothing that `said` does not know. */
export function resolved(value: unknown, object: ApiObject): unknown {
  const { resolvers } = App.of(object);
  if (resolvers.every(isOfCdk8s)) return value;
  const asked = resolvers.filter((resolver) => !(resolver instanceof NumberStringUnionResolver));
  return resolvedBy(asked, object, value, []);
}

function isOfCdk8s(resolver: IResolver): boolean {
  return [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver].some((Known) => resolver instanceof Known);
}

/** As cdk8s does it: the first that has another value says it, and is asked of that again. */
function resolvedBy(resolvers: readonly IResolver[], object: ApiObject, value: unknown, key: string[]): unknown {
  if (value === undefined || value === null) return value;
  const context = new ResolutionContext(object, key, value);
  for (const resolver of resolvers) {
    resolver.resolve(context);
    if (context.replaced) return resolvedBy(resolvers, object, context.replacedValue, key);
  }
  const below = (name: number | string, item: unknown) => resolvedBy(resolvers, object, item, [...key, `${name}`]);
  if (Array.isArray(value)) return value.map((item, index) => below(index, item));
  if (value.constructor !== Object) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, below(name, item)]));
}
