import type { Field } from '../manifests/field';
import type { PodIdentity } from './read-container';
import { secretKey } from './read-secret';
import type { Surroundings } from './surroundings';
import { expand, type Text } from './text';
import type { EnvVar } from './workload';

/**
 * A container's variables as its process sees them: first `envFrom`, then `env`, the last of a name wins, and `$(NAME)`
 * is the value of one defined before. What only a cluster knows (a node's name, another's ConfigMap) is left unread.
 */
export function readEnv(container: Field, pod: PodIdentity, around: Surroundings): readonly EnvVar[] {
  const variables = new Map<string, EnvVar>();
  for (const field of container.at('envFrom').items()) {
    for (const variable of readEnvFrom(field, pod, around)) variables.set(variable.name, variable);
  }
  for (const field of container.at('env').items()) {
    const value = readValue(field, pod, around, variables);
    const name = field.at('name').text();
    if (value) variables.set(name, { field, name, value });
    else variables.delete(name);
  }
  return [...variables.values()];
}

function readEnvFrom(field: Field, pod: PodIdentity, around: Surroundings): readonly EnvVar[] {
  const reference = field.at('configMapRef');
  const config = around.config(pod.namespace, String(reference.at('name').peek()));
  if (!config) return [];
  reference.json();
  const prefix = field.at('prefix').tryText() ?? '';
  const data = config.root.at('data').entries();
  return data.map(([key, value]) => ({ field, name: prefix + key, value: [value.text()] }));
}

function readValue(
  field: Field,
  pod: PodIdentity,
  around: Surroundings,
  variables: ReadonlyMap<string, EnvVar>,
): Text | undefined {
  const source = field.at('valueFrom');
  if (source.exists) return readSource(source, pod, around);
  return expand(field.at('value').tryText() ?? '', (name) => variables.get(name)?.value);
}

function readSource(source: Field, pod: PodIdentity, around: Surroundings): Text | undefined {
  const secret = source.at('secretKeyRef');
  if (secret.exists) {
    return [secretKey(pod.namespace, secret.at('name').text(), secret.at('key').text(), around)];
  }
  const config = source.at('configMapKeyRef');
  if (config.exists) {
    const object = around.config(pod.namespace, String(config.at('name').peek()));
    const value = object?.root.at('data', String(config.at('key').peek())).tryText();
    if (value !== undefined) config.json();
    return ifText(value);
  }
  return readPodField(source.at('fieldRef', 'fieldPath'), pod);
}

function readPodField(path: Field, pod: PodIdentity): Text | undefined {
  const [, map, key] = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(String(path.peek())) ?? [];
  const known = new Map([
    ['metadata.name', () => pod.name],
    ['metadata.namespace', () => pod.namespace],
    ['spec.serviceAccountName', () => pod.spec.at('serviceAccountName').tryText()],
  ]);
  const value = map && key !== undefined ? pod.metadata.at(map, key).tryText() : known.get(String(path.peek()))?.();
  if (value !== undefined) path.tryText();
  return ifText(value);
}

function ifText(value: string | undefined): Text | undefined {
  return value === undefined ? undefined : [value];
}
