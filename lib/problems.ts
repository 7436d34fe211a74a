import type { App } from 'cdk8s';
import { isAllowedSecret } from './allow-secret';
import type { Problem } from './checks/problem';
import { refuse } from './checks/refuse';
import { visible } from './checks/shown';
import { halfCharacters } from './half-characters';
import { UnreadableField } from './manifests/field';
import { type Manifest, readApp, UnwritableObject } from './manifests/manifest';
import { misshapen } from './workloads/misshapen';

/** What constructs recorded of themselves, in the order of the tree, and objects that would overwrite each other. */
export function problemsIn(app: App, manifests: readonly Manifest[]): readonly (Problem | string)[] {
  return [...recorded(app), ...duplicates(manifests), ...secretsIn(app, manifests), ...halfCharacters(manifests)];
}

/** The manifests, or else, of an object that has none, why, behind all that was recorded. */
export function manifestsOf(app: App): readonly Manifest[] {
  try {
    return readApp(app);
  } catch (error) {
    if (error instanceof UnreadableField) return refuse([...recorded(app), misshapen(error)]);
    if (!(error instanceof UnwritableObject)) throw error;
    return refuse([...recorded(app), unwritable(error)]);
  }
}

/** A construct says in words what it lacks; what cdk8s stumbles over is told in ours. */
function unwritable({ construct, message, cause }: UnwritableObject): Problem | string {
  if (!(cause instanceof TypeError)) return `${construct}: ${message}`;
  return {
    construct,
    prop: 'object',
    wrong: `cannot be written by cdk8s, which says: ${message}`,
    expected: 'an object of the shape of its kind.',
    fix: 'correct what its props or a patch say.',
  };
}

function recorded(app: App): readonly string[] {
  return app.node
    .findAll()
    .flatMap(({ node }) =>
      node
        .validate()
        .map((text) => (text.startsWith(`${visible(node.path)} · `) ? text : `${visible(node.path)}: ${text}`)),
    );
}

function duplicates(manifests: readonly Manifest[]): readonly Problem[] {
  const first = new Map<string, Manifest>();
  return manifests.flatMap((manifest) => {
    const id = `${manifest.kind} ${manifest.namespace}/${manifest.name}`;
    const other = first.get(id);
    first.set(id, other ?? manifest);
    return other ? [duplicateOf(manifest, other, id)] : [];
  });
}

function duplicateOf({ construct, name }: Manifest, other: Manifest, id: string): Problem {
  return {
    construct,
    prop: 'name',
    wrong: `${id} is made by ${other.construct} too, and one would overwrite the other`,
    got: name,
    expected: 'one object of a kind and name in a namespace.',
    fix: 'give one of the two constructs another id, or its chart another namespace.',
  };
}

/** What is in a manifest is in git, in the cluster's history and in every backup of both. */
function secretsIn(app: App, manifests: readonly Manifest[]): readonly Problem[] {
  return manifests
    .filter(({ kind, object }) => kind === 'Secret' && (object.data || object.stringData))
    .filter(({ construct }) => !isAllowedSecret(app, construct))
    .map(({ construct, name }) => ({
      construct,
      prop: 'data',
      wrong: `puts the values of the Secret ${name} into a manifest`,
      expected: 'a reference to a Secret that something else makes.',
      fix: "use existing('name', 'key'), or say why it may be: allowSecret(construct, 'reason').",
    }));
}
