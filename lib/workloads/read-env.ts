import type { Field } from '../manifests/field';
import type { PodIdentity } from './read-container';
import { readPodField } from './read-pod-field';
import { readResourceField } from './read-resource-field';
import { knownKeys, secretKey } from './read-secret';
import type { Surroundings } from './surroundings';
import { expand } from './text';
import type { Container, EnvVar, MissingVar } from './workload';

/**
 * A container's variables as its process sees them: first `envFrom`, then `env`, the last of a name wins, and `$(NAME)`
 * is the value of one defined before. What only a cluster knows (a node's name, another's ConfigMap) is left unread.
 */
export function readEnv(container: Field, pod: PodIdentity, around: Surroundings): Pick<Container, 'env' | 'missing'> {
  const env = new Map<string, EnvVar>();
  const missing = new Map<string, MissingVar>();
  for (const field of container.at('envFrom').items()) {
    for (const variable of readEnvFrom(field, pod, around)) env.set(variable.name, variable);
  }
  for (const field of container.at('env').items()) {
    const name = String(field.at('name').peek());
    const value = readValue(field, { container, pod, around, env });
    if (isMissing(value)) missing.set(name, { ...value, name });
    if (isMissing(value) && value.because !== 'optional') env.delete(name);
    if (!isMissing(value)) env.set(field.at('name').text(), { ...value, name });
  }
  if (pod.indexed && !env.has(ofIndex)) env.set(ofIndex, indexIn(pod.indexed));
  return { env: [...env.values()], missing: [...missing.values()] };
}

/** A cluster gives it to every container of an Indexed Job that does not say it itself. */
const ofIndex = 'JOB_COMPLETION_INDEX';

function indexIn(indexed: Field): EnvVar {
  indexed.text();
  return { field: indexed, name: ofIndex, value: ['0'], near: 'completion index' };
}

function readEnvFrom(field: Field, pod: PodIdentity, around: Surroundings): readonly EnvVar[] {
  const { namespace } = pod;
  const config = field.at('configMapRef');
  const secret = field.at('secretRef');
  const named = String((config.exists ? config : secret).at('name').peek());
  const data = config.exists ? around.config(namespace, named)?.root.at('data') : undefined;
  const keys = secret.exists ? knownKeys(namespace, named, around) : undefined;
  if (!data && !keys) return [];
  (config.exists ? config : secret).at('name').text();
  const prefix = field.at('prefix').tryText() ?? '';
  return [
    ...(data?.entries() ?? []).map(([key, value]) => {
      return { field: value, name: prefix + key, value: [value.text()], ...nearName(prefix + key) };
    }),
    ...(keys ?? []).map((key) => {
      return { field: secret.at('name'), name: prefix + key, value: [secretKey(namespace, named, key, around)] };
    }),
  ];
}

/** Before 1.34 a name had to be one of a C program, but for dots and dashes. */
function nearName(name: string): Pick<EnvVar, 'near'> {
  return /^\d|^\.\.?$|^\.\./.test(name) ? { near: 'relaxed name' } : {};
}

interface Place {
  readonly container: Field;
  readonly pod: PodIdentity;
  readonly around: Surroundings;
  /** The variables before. */
  readonly env: ReadonlyMap<string, EnvVar>;
}

type Value = Omit<EnvVar, 'name'> | Omit<MissingVar, 'name'>;

function isMissing(value: Value): value is Omit<MissingVar, 'name'> {
  return 'because' in value;
}

function readValue(field: Field, place: Place): Value {
  const source = field.at('valueFrom');
  if (source.exists) return readSource(source, place);
  const leaf = field.at('value');
  return { field: leaf, value: expand(leaf.tryText() ?? '', (name) => place.env.get(name)?.value) };
}

function readSource(source: Field, { container, pod, around }: Place): Value {
  const config = source.at('configMapKeyRef');
  if (config.exists) return readConfigKey(config, pod, around);
  const secret = source.at('secretKeyRef');
  if (secret.exists) return readSecretKey(secret, pod, around);
  const resource = source.at('resourceFieldRef');
  if (resource.exists) {
    const value = readResourceField(resource, pod, container);
    return value === undefined ? elsewhere(resource.at('resource')) : { field: resource, value: [value] };
  }
  const path = source.at('fieldRef', 'fieldPath');
  const found = readPodField(path, pod);
  return found ? { field: path, value: found.text ? [found.text] : [], near: found.near } : elsewhere(path);
}

function readConfigKey(reference: Field, { namespace }: PodIdentity, around: Surroundings): Value {
  const object = around.config(namespace, String(reference.at('name').peek()));
  const value = object?.root.at('data', String(reference.at('key').peek()));
  if (!object || !value?.exists) return missingKey(reference, object !== undefined);
  read(reference);
  return { field: value, value: value.text() ? [value.text()] : [] };
}

/** Nobody here makes most Secrets: on a laptop they are made up, but for those that need not be there. */
function readSecretKey(reference: Field, { namespace }: PodIdentity, around: Surroundings): Value {
  const name = String(reference.at('name').peek());
  const keys = knownKeys(namespace, name, around);
  const optional = reference.at('optional').peek() === true;
  if (keys ? !keys.includes(String(reference.at('key').peek())) : optional)
    return missingKey(reference, keys !== undefined);
  if (!keys) reference.at('optional').tryBoolean();
  return { field: reference.at('key'), value: [secretKey(namespace, ...read(reference), around)] };
}

function read(reference: Field): readonly [name: string, key: string] {
  return [reference.at('name').text(), reference.at('key').text()];
}

function missingKey(reference: Field, objectIsHere: boolean): Value {
  const field = reference.at('key');
  if (reference.at('optional').peek() === true) return { field, because: 'optional' };
  return { field, because: objectIsHere ? 'no such key' : 'elsewhere' };
}

function elsewhere(field: Field): Value {
  return { field, because: 'elsewhere' };
}
