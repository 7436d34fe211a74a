import { k8s } from 'cdk8s-plus-28';
import type { Problem } from '../checks/problem';
import { shapeFaults } from '../checks/shape-faults';
import { type Shape, shapeOf, wordOf } from '../checks/shape-of';
import type { Manifest } from '../manifests/manifest';

/** Objects in which something has another shape than its kind's, or a name that is misspelt: strict validation refuses them. */
export function misshapenObjects(manifests: readonly Manifest[]): readonly Problem[] {
  const known = writers();
  const shapes = new Map<string, Shape | undefined>();
  return manifests.flatMap((manifest) => {
    const id = `${manifest.apiVersion}/${manifest.kind}`;
    if (!shapes.has(id)) shapes.set(id, shapeOfKind(id, known.get(id)));
    const shape = shapes.get(id);
    return shape ? problemsOf(manifest, shape) : none;
  });
}

const none: readonly Problem[] = [];

function problemsOf({ construct, kind, root, object }: Manifest, shape: Shape): readonly Problem[] {
  return shapeFaults(object, shape).map(({ path, fault: _, got, ...finding }) => ({
    construct,
    prop: root.at(...path).toString(),
    ...finding,
    // What a Secret says in a wrong place is a secret, too.
    ...(kind !== 'Secret' && got !== undefined && { got }),
  }));
}

/** Whether cdk8s-plus-28 has a class for the kind. */
export function isOfKubernetes({ apiVersion, kind }: Manifest): boolean {
  return writers().has(`${apiVersion}/${kind}`);
}

/** What every object has, and what a cluster adds when it is asked for one. */
const ofAll = new Map<string, Shape>([
  ['apiVersion', wordOf('apiVersion')],
  ['kind', wordOf('kind')],
  ['status', { is: 'map' }],
]);

/** Undefined for kinds that cdk8s-plus-28 has no class for, and for a schema, which may hold schemas without end. */
function shapeOfKind(id: string, write: Write | undefined): Shape | undefined {
  if (!write || /\/CustomResourceDefinition$|List$/.test(id)) return undefined;
  const shape = shapeOf(write);
  return shape.is === 'fields' ? { ...shape, fields: new Map([...ofAll, ...shape.fields]) } : undefined;
}

type Write = (given: never) => unknown;

/** `toJson_KubeDeploymentProps` writes what is said of a `KubeDeployment`. */
function writers(): ReadonlyMap<string, Write> {
  const all: Readonly<Record<string, unknown>> = k8s;
  const classes = Object.entries(all).flatMap(([name, one]) => {
    const gvk = Object(one).GVK;
    const write = all[`toJson_${name}Props`];
    return gvk && typeof write === 'function' ? [[`${gvk.apiVersion}/${gvk.kind}`, write as Write] as const] : [];
  });
  return new Map(classes);
}
