import { isSecretName } from '../checks/secret-text';
import { type Bare, mapsAt } from '../policies/bare';
import type { PodSpec } from '../policies/pod-specs';

/** Variables that differ by case alone, and those of a stranger that hold a secret by their names, in plain text. */
export function variableRemarks({ manifest: { construct }, isOurs, containers }: PodSpec): readonly string[] {
  return containers.flatMap(({ said }) => {
    const variables = mapsAt(said, 'env');
    const plain = isOurs ? [] : variables.filter(isPlainSecret).map(nameOf);
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
function isPlainSecret(variable: Bare): boolean {
  const { value } = variable;
  return typeof value === 'string' && /^[^/]/.test(value) && !value.includes('$(') && isSecretName(nameOf(variable));
}

function nameOf({ name }: Bare): string {
  return String(name ?? '');
}
