/** Gives each thing the first of its forms that no other thing has. */
export function distinctNames<T>(
  things: readonly T[],
  forms: readonly ((thing: T) => string)[],
): ReadonlyMap<T, string> {
  const counts = forms.map((form) => countBy(things, form));
  const nameOf = (thing: T) => {
    const names = forms.map((form) => form(thing));
    return names.find((name, index) => counts[index]?.get(name) === 1) ?? names.at(-1) ?? '';
  };
  return new Map(things.map((thing) => [thing, nameOf(thing)]));
}

function countBy<T>(things: readonly T[], form: (thing: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(form(thing), (counts.get(form(thing)) ?? 0) + 1);
  return counts;
}
