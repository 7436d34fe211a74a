/** Gives each thing the first of its forms by which no other thing goes. */
export function distinctNames<T>(
  things: readonly T[],
  forms: readonly ((thing: T) => string)[],
): ReadonlyMap<T, string> {
  const names = new Map(things.map((thing) => [thing, forms.map((form) => form(thing))]));
  for (;;) {
    const counts = countBy([...names.values()].map(([name]) => name));
    const clashing = [...names].filter(([, [name, next]]) => next !== undefined && (counts.get(name) ?? 0) > 1);
    if (clashing.length === 0) return new Map([...names].map(([thing, [name = '']]) => [thing, name]));
    for (const [thing, [, ...others]] of clashing) names.set(thing, others);
  }
}

function countBy(names: readonly (string | undefined)[]): ReadonlyMap<string | undefined, number> {
  const counts = new Map<string | undefined, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
