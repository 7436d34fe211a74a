import type { Manifest } from '../manifests/manifest';
import { podOwner } from '../workloads/pod-owners';
import { type Breach, breachesOf } from './restricted';

/** An object whose pods the API server refuses. */
export interface RefusedPod {
  readonly manifest: Manifest;
  readonly breaches: readonly Breach[];
}

/** In namespaces that we make, which enforce `restricted`. Only a bare Pod is refused aloud; of others no pod comes up. */
export function refusedPods(manifests: readonly Manifest[], namespaces: readonly object[]): readonly RefusedPod[] {
  const ours = namespaces.map((namespace) => Object(Reflect.get(namespace, 'metadata')).name);
  return manifests.flatMap((manifest) => {
    const owner = ours.includes(manifest.namespace) ? podOwner(manifest) : undefined;
    const breaches = owner ? breachesOf(manifest.root.at(...owner.template)) : [];
    return breaches.length > 0 ? [{ manifest, breaches }] : [];
  });
}

/** For the terminal: where, and what must be there. */
export function refusalLines(pods: readonly RefusedPod[]): readonly string[] {
  if (pods.length === 0) return [];
  return [
    `Pod Security: a cluster refuses the pods of ${pods.length === 1 ? 'one workload' : `${pods.length} workloads`}, whose namespace enforces \`restricted\``,
    ...pods.flatMap(({ manifest: { construct, kind, name }, breaches }) => [
      `  ${construct} (${kind} ${name}): ${[...new Set(breaches.map(({ control }) => control))].join(', ')}`,
      ...breaches.map(({ field, must }) => `    ${field}: ${must ?? 'leave it out'}`),
    ]),
    '  or make their Namespace yourself, with a weaker label',
  ];
}
