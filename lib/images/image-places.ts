import { partsOf } from '../checks/image';
import type { Manifest } from '../manifests/manifest';
import { podOwner } from '../workloads/pod-owners';

export type Key = string | number;

/** An image that a manifest names, and where. */
export interface ImagePlace {
  readonly path: readonly Key[];
  readonly image: string;
}

/** Every image of a pod: of its containers, and those that it mounts. What is no text, the reading refuses. */
export function imagePlaces(manifest: Manifest): readonly ImagePlace[] {
  const owner = podOwner(manifest);
  if (!owner) return [];
  return lists.flatMap(({ list, image }) => {
    const path = [...owner.template, 'spec', list];
    const items: unknown = manifest.root.at(...path).peek();
    return Array.isArray(items) ? items.flatMap((_, index) => placeOf(manifest, [...path, index, ...image])) : [];
  });
}

const lists: readonly { readonly list: string; readonly image: readonly string[] }[] = [
  { list: 'initContainers', image: ['image'] },
  { list: 'containers', image: ['image'] },
  { list: 'volumes', image: ['image', 'reference'] },
];

function placeOf({ root }: Manifest, path: readonly Key[]): readonly ImagePlace[] {
  const image = root.at(...path).peek();
  return typeof image === 'string' ? [{ path, image }] : [];
}

/** Those of the manifests that a lock is about: with a tag, and without a digest. */
export function taggedImages(manifests: readonly Manifest[]): readonly string[] {
  const images = manifests.flatMap(imagePlaces).map(({ image }) => image);
  return [...new Set(images)].filter((image) => partsOf(image).tag && !partsOf(image).digest).sort();
}
