import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import type { Key } from '../manifests/place';
import { push } from '../units/push';
import { podOwner } from '../workloads/pod-owners';
import { firstOf } from './markdown';

/**
 * Fields of a manifest as people say them: what is in a pod is counted from there, the elements of a list go by their
 * names, and what is said of several of them is said once. `spec/template/spec/containers/0/livenessProbe` is
 * `containers.api.livenessProbe`, of two containers it is `containers.*.livenessProbe`, and two fields of one place
 * are `spec.{schedule, timeZone}`.
 */
export function placesOf(manifest: Manifest, fields: readonly Field[]): readonly string[] {
  const places = new Map<string, string[]>();
  for (const names of alike(manifest, fields)) push(places, names.slice(0, -1).join('.'), names.at(-1) ?? 'all of it');
  return [...places].map(([parent, names]) => {
    const last = names.length > 1 ? `{${firstOf(names, ', ')}}` : names.join();
    return parent === '' ? last : `${parent}.${last}`;
  });
}

type Names = readonly string[];

function alike(manifest: Manifest, fields: readonly Field[]): readonly Names[] {
  const patterns = new Map<string, Field[]>();
  for (const field of fields) push(patterns, named(manifest, field, () => '*').join('/'), field);
  return [...patterns.values()].flatMap(([field, other]) => {
    const nameOf = (item: Field) => (other ? '*' : item.at('name').peek());
    return field ? [named(manifest, field, nameOf)] : [];
  });
}

/** The path from the pod on, or else from the object's own root; an element without a name goes by its number. */
function named(manifest: Manifest, { path }: Field, nameOf: (item: Field) => unknown): Names {
  const names = path.map((key, index) => {
    if (typeof key === 'string') return key;
    const name = nameOf(manifest.root.at(...path.slice(0, index + 1)));
    return typeof name === 'string' ? name : String(key);
  });
  return names.slice(beforePod(manifest, path));
}

function beforePod(manifest: Manifest, path: readonly Key[]): number {
  const template = podOwner(manifest)?.template;
  const pod = template ? [...template, 'spec'] : [];
  return pod.length < path.length && pod.every((key, index) => path[index] === key) ? pod.length : 0;
}
