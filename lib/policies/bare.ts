/** A map of a manifest as it is, without its places: rules look at a hundred thousand of them, and tell hardly one. */
export type Bare = Readonly<Record<string, unknown>>;

/** What else than a map is none with anything in it. */
export function bare(value: unknown): Bare {
  return typeof value === 'object' && value !== null ? (value as Bare) : nothing;
}

export function mapAt(map: Bare, key: string): Bare {
  return bare(map[key]);
}

/** The maps of a list; none where something else is. */
export function mapsAt(map: Bare, key: string): readonly Bare[] {
  const list = map[key];
  return Array.isArray(list) ? list.map(bare) : none;
}

export function valueAt(map: Bare, keys: readonly string[]): unknown {
  let value: unknown = map;
  for (const key of keys) value = bare(value)[key];
  return value;
}

const nothing: Bare = {};
const none: readonly Bare[] = [];
