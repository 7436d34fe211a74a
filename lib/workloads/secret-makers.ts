import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';

/** An object of which a program of the cluster makes a Secret, and what is known of that one here. */
interface Maker {
  readonly name: (root: Field) => string | undefined;
  /** Undefined where the object alone does not tell all of them. */
  readonly keys: (root: Field) => readonly string[] | undefined;
}

const makers: Readonly<Record<string, Maker>> = {
  'external-secrets.io/ExternalSecret': {
    name: (root) => textAt(root, 'spec', 'target', 'name') ?? textAt(root, 'metadata', 'name'),
    keys: (root) => {
      const whole = !root.at('spec', 'dataFrom').exists && !root.at('spec', 'target', 'template').exists && isOwn(root);
      const data = root.at('spec', 'data').items();
      return whole ? data.map((entry) => entry.at('secretKey').text()) : undefined;
    },
  },
  'bitnami.com/SealedSecret': {
    name: (root) => textAt(root, 'spec', 'template', 'metadata', 'name') ?? textAt(root, 'metadata', 'name'),
    keys: (root) => {
      const entries = root.at('spec', 'encryptedData').entries();
      return root.at('spec', 'template', 'data').exists ? undefined : entries.map(([key]) => key);
    },
  },
};

/** The object that makes a Secret of a name in a namespace. */
export function secretMakers(
  manifests: readonly Manifest[],
): (namespace: string, name: string) => Manifest | undefined {
  const made = manifests.flatMap((manifest) => {
    const name = makerOf(manifest)?.name(manifest.root);
    return name === undefined ? [] : [[`${manifest.namespace}/${name}`, manifest] as const];
  });
  const byName = new Map(made);
  return (namespace, name) => byName.get(`${namespace}/${name}`);
}

export function keysOfMade(manifest: Manifest): readonly string[] | undefined {
  return makerOf(manifest)?.keys(manifest.root);
}

function makerOf({ apiVersion, kind }: Manifest): Maker | undefined {
  const id = `${apiVersion.split('/')[0]}/${kind}`;
  return Object.hasOwn(makers, id) ? makers[id] : undefined;
}

/** What is merged into a Secret that is there finds other keys in it. */
function isOwn(root: Field): boolean {
  return !['Merge', 'None'].includes(textAt(root, 'spec', 'target', 'creationPolicy') ?? '');
}

/** Looked at, not read: a Secret's name is nothing that a laptop carries. */
function textAt(root: Field, ...path: readonly string[]): string | undefined {
  const value = root.at(...path).peek();
  return typeof value === 'string' && value !== '' ? value : undefined;
}
