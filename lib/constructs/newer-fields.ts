import { ApiObject, JsonPatch } from 'cdk8s';

/**
 * Keeps fields that are younger than the Kubernetes API of the typed classes (1.28), which drop them without a word:
 * what an object was given is compared with what it says, and what is missing goes in. JSON patches come last, so that
 * they find such fields, and may add some.
 *
 * @param typed how the class of the object says its props, such as `k8s.toJson_KubeServiceProps`
 */
export function withNewerFields<T extends ApiObject>(object: T, typed: (given: never) => Entries | undefined): T {
  const patches: JsonPatch[] = [];
  object.addJsonPatch = (...more) => {
    patches.push(...more);
  };
  object.toJson = () => {
    const given = ApiObject.prototype.toJson.call(object);
    const said = { apiVersion: given.apiVersion, kind: given.kind, ...typed(given as never) };
    complete(said, given);
    return JsonPatch.apply(said, ...patches);
  };
  return object;
}

type Entries = Record<string, unknown>;

/** Both were made a moment ago and are nobody else's: what is missing is added in place. */
function complete(said: unknown, given: unknown): void {
  if (Array.isArray(said) && Array.isArray(given))
    for (const [index, item] of said.entries()) complete(item, given[index]);
  else if (isMap(said) && isMap(given)) completeMap(said, given);
}

function completeMap(said: Entries, given: Entries): void {
  for (const key of Object.keys(given)) {
    const name = Object.hasOwn(said, key) ? key : spelled(key, said);
    if (name === undefined) said[key] = given[key];
    else complete(said[name], given[key]);
  }
}

/** The classes spell some names otherwise, such as clusterIp for clusterIP, but none with other letters. */
function spelled(key: string, said: Entries): string | undefined {
  return Object.keys(said).find((name) => name.toLowerCase() === key.toLowerCase());
}

function isMap(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
