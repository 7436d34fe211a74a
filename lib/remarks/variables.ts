import { isSecretName } from '../checks/secret-text';
import type { Field } from '../manifests/field';
import { containersIn, isOurs, type PodSpec } from '../policies/pod-specs';

/** Variables that differ by case alone, and those of a stranger that hold a secret by their names, in plain text. */
export function variableRemarks({ manifest, spec }: PodSpec): readonly string[] {
  const { construct } = manifest;
  return containersIn(spec).flatMap((container) => {
    const variables = container.at('env').peekItems();
    const plain = isOurs(manifest) ? [] : variables.filter(isPlainSecret).map(nameOf);
    return [
      ...twins(variables.map(nameOf)).map(
        ([one, other]) => `Variables: ${construct} has ${one} and ${other}, which differ by case alone`,
      ),
      ...plain.map((name) => `Secrets: ${construct} has ${name} in plain text, and who reads the manifests knows it`),
    ];
  });
}

function twins(names: readonly string[]): readonly (readonly [string, string])[] {
  const first = new Map<string, string>();
  return names.flatMap((name) => {
    const twin = first.get(name.toLowerCase());
    first.set(name.toLowerCase(), twin ?? name);
    return twin !== undefined && twin !== name ? [[twin, name] as const] : [];
  });
}

/** Where it is a path, it is the place of one; where it is made of others, they are. */
function isPlainSecret(variable: Field): boolean {
  const value = variable.at('value').peek();
  return typeof value === 'string' && /^[^/]/.test(value) && !value.includes('$(') && isSecretName(nameOf(variable));
}

function nameOf(field: Field): string {
  return String(field.at('name').peek() ?? '');
}
