import type { Field, Key } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import { podOwner } from '../workloads/pod-owners';

/**
 * Fields of a manifest as people say them: what is in a pod is counted from there, the elements of a list go by their
 * names, and what is said of several of them is said once. `spec/template/spec/containers/0/livenessProbe` is
 * `containers.api.livenessProbe`, and of two containers it is `containers.*.livenessProbe`.
 */
export function placesOf(manifest: Manifest, fields: readonly Field[]): readonly string[] {
  const alike = new Map<string, Field[]>();
  for (const field of fields) {
    const pattern = named(manifest, field, () => '*');
    alike.set(pattern, [...(alike.get(pattern) ?? []), field]);
  }
  return [...alike].map(([pattern, [field, other]]) =>
    !field || other ? pattern : named(manifest, field, (item) => item.at('name').peek()),
  );
}

/** The path from the pod on, or else from the object's own root; an element without a name goes by its number. */
function named(manifest: Manifest, { path }: Field, nameOf: (item: Field) => unknown): string {
  const names = path.map((key, index) => {
    if (typeof key === 'string') return key;
    const name = nameOf(manifest.root.at(...path.slice(0, index + 1)));
    return typeof name === 'string' ? name : String(key);
  });
  return names.slice(beforePod(manifest, path)).join('.') || 'all of it';
}

function beforePod(manifest: Manifest, path: readonly Key[]): number {
  const template = podOwner(manifest)?.template;
  const pod = template ? [...template, 'spec'] : [];
  return pod.length < path.length && pod.every((key, index) => path[index] === key) ? pod.length : 0;
}
