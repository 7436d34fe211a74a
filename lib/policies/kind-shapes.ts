import { k8s } from 'cdk8s-plus-28';
import type { Problem } from '../checks/problem';
import { shapeFaults } from '../checks/shape-faults';
import { type Fields, shapeOf } from '../checks/shape-of';
import type { Manifest } from '../manifests/manifest';

/** Objects in which something has another shape than its kind's, or a name that is misspelt: strict validation refuses them. */
export function misshapenObjects(manifests: readonly Manifest[]): readonly Problem[] {
  const shapes = new Map<string, Fields | undefined>();
  return manifests.flatMap((manifest) => {
    const id = `${manifest.apiVersion}/${manifest.kind}`;
    if (!shapes.has(id)) shapes.set(id, shapeOfKind(id));
    const shape = shapes.get(id);
    return shape ? problemsOf(manifest, shape) : [];
  });
}

function problemsOf({ construct, root, object }: Manifest, shape: Fields): readonly Problem[] {
  return shapeFaults(object, shape).map(({ path, fault: _, ...finding }) => ({
    construct,
    prop: root.at(...path).toString(),
    ...finding,
  }));
}

/** What every object has, and what a cluster adds when it is asked for one. */
const ofAll: Fields = new Map([
  ['apiVersion', 'word'],
  ['kind', 'word'],
  ['status', 'map'],
]);

/** Undefined for kinds that cdk8s-plus-28 has no class for, and for a schema, which may hold schemas without end. */
function shapeOfKind(id: string): Fields | undefined {
  if (/\/CustomResourceDefinition$|List$/.test(id)) return undefined;
  const write = writers().get(id);
  const shape = write && shapeOf(write);
  return shape instanceof Map ? new Map([...ofAll, ...shape]) : undefined;
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
