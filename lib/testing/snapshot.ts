import { isPlainObject } from '../checks/plain-object';
import { Field } from '../manifests/field';
import { writeYaml } from '../yaml/write-yaml';
import { Compose } from './compose';
import { Manifests } from './manifests';
import type { Resource } from './resource';
import { visible } from './shown';

/**
 * Manifests, single objects and the Compose file as YAML: `expect.addSnapshotSerializer(snapshotSerializer)` in jest and
 * vitest. What changes with every build, hashes and digests, is left out, and so is each value that is a secret.
 */
export const snapshotSerializer = {
  test: (value: unknown): boolean => value instanceof Compose || resourcesIn(value) !== undefined,
  serialize: (value: unknown): string => snapshotText(value),
};

/** The same for runners that take a text, as node:test. */
export function snapshotText(value: unknown): string {
  if (value instanceof Compose) return withoutNoise(value.text.replace(/^(#.*\n)+/, '')).trimEnd();
  return (resourcesIn(value) ?? []).map(yamlOf).join('---\n').trimEnd();
}

function resourcesIn(value: unknown): readonly Resource[] | undefined {
  if (value instanceof Manifests) return value.resources;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.length > 0 && values.every(isResource) ? values : undefined;
}

function isResource(value: unknown): value is Resource {
  return isPlainObject(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string';
}

function yamlOf(resource: Resource): string {
  const shown = { kind: resource.kind, root: Field.root(resource.kind, resource) };
  return withoutNoise(writeYaml(visible(shown, shown.root)));
}

/** What only says that something else has changed. */
const noise: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/@sha256:[0-9a-f]{64}\b/g, '@sha256:(digest)'],
  // cdk8s ends the names that it makes with a hash of the construct's path.
  [/-c8[0-9a-f]{6}\b/g, '-(hash)'],
  // A label or an annotation that is a checksum.
  [/([\w./-]*(?:files|checksum|hash|sha)[\w./-]*: )['"]?[0-9a-f]{8,64}['"]?(?=[\s,}])/g, '$1(hash)'],
];

function withoutNoise(text: string): string {
  return noise.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text);
}
