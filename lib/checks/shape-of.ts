/**
 * What Kubernetes has in a place, as far as cdk8s-plus' typed classes tell: a word (text, a number, true or false), a
 * map of names that its author chooses, a list, or the fields of an object.
 */
export type Shape = 'word' | 'map' | readonly [Shape] | Fields;

export type Fields = ReadonlyMap<string, Shape>;

/**
 * Learnt from the function that writes it: given something that has every field, it says all of them. A kind that may
 * hold its like, such as a schema, has no end, and is not to be asked for.
 */
export function shapeOf(write: (given: never) => unknown): Shape {
  return said(write(everything as never));
}

/** Has each field, is a list of one, a map of nothing, and can be called. */
const everything: unknown = new Proxy(() => {}, {
  get: (_, key) => (key === 'map' ? (write: (given: unknown) => unknown) => [write(everything)] : everything),
  apply: () => everything,
  ownKeys: () => [],
});

function said(written: unknown): Shape {
  if (typeof written !== 'object' || written === null) return 'word';
  if (Array.isArray(written)) return [said(written[0])];
  const fields = Object.entries(written);
  return fields.length === 0 ? 'map' : new Map(fields.map(([name, value]) => [name, said(value)]));
}
