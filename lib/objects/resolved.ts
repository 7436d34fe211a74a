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
export function resolved(value: object, object: ApiObject): object {
  const asked = App.of(object).resolvers.filter((resolver) => !isOfCdk8s(resolver));
  return asked.length === 0 ? value : (resolvedBy([...asked, ...own], object, value, []) as object);
}

const own = [new LazyResolver(), new ImplicitTokenResolver()];
const known = new Set([LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver].map(({ name }) => name));

/** By its name, as the app may be of another copy of cdk8s. */
function isOfCdk8s(resolver: IResolver): boolean {
  return known.has(resolver.constructor.name);
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
  if (value.constructor !== Object) return isScalarOf(value) ? resolvedBy(resolvers, object, value.value, key) : value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, below(name, item)]));
}

/** A number or a text in a class. */
function isScalarOf(value: object): value is { readonly value: number | string } {
  return ['number', 'string'].includes(typeof Object(value).value);
}
