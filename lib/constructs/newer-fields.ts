import { ApiObject, JsonPatch } from 'cdk8s';

/**
 * Keeps fields that are younger than the Kubernetes API of the typed classes (1.28), which drop them without a word:
 * what an object was given is compared with what it says, and what is missing goes in. JSON patches come last, so that
 * they find such fields, and may add some.
 */
export function withNewerFields<T extends ApiObject>(object: T): T {
  const patches: JsonPatch[] = [];
  const typed: () => unknown = object.toJson.bind(object);
  const given: () => unknown = ApiObject.prototype.toJson.bind(object);
  object.addJsonPatch = (...more) => {
    patches.push(...more);
  };
  object.toJson = () => JsonPatch.apply(completed(typed(), given()), ...patches);
  return object;
}

function completed(said: unknown, given: unknown): unknown {
  if (Array.isArray(said) && Array.isArray(given)) return said.map((item, index) => completed(item, given[index]));
  return isMap(said) && isMap(given) ? completedMap(said, given) : said;
}

/** The classes spell some names otherwise, such as clusterIp for clusterIP, but none with other letters. */
function completedMap(said: Entries, given: Entries): Entries {
  const spelled = new Map(Object.keys(said).map((key) => [key.toLowerCase(), key]));
  const entries = Object.entries(given).map(([key, value]) => {
    const name = Object.hasOwn(said, key) ? key : (spelled.get(key.toLowerCase()) ?? key);
    return [name, Object.hasOwn(said, name) ? completed(said[name], value) : value] as const;
  });
  return { ...said, ...Object.fromEntries(entries) };
}

type Entries = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
