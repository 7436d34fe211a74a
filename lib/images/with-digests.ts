import { partsOf } from '../checks/image';
import type { Problem } from '../checks/problem';
import { type Manifest, manifestOf } from '../manifests/manifest';
import type { ImageLock } from './image-lock';
import { type ImagePlace, imagePlaces, type Key } from './image-places';

export interface Locked {
  readonly manifests: readonly Manifest[];
  readonly problems: readonly Problem[];
}

/** Every image that the lock knows with its digest behind its tag. One that has a digest keeps it. */
export function withDigests(manifests: readonly Manifest[], lock: ImageLock, required: boolean): Locked {
  // Without a lock there is nothing to look for.
  if (!required && Object.keys(lock).length === 0) return { manifests, problems: [] };
  const locked = manifests.map((manifest) => lockedManifest(manifest, lock));
  const wrong = locked.flatMap((manifest) =>
    imagePlaces(manifest).flatMap((place) => [
      ...contradicted(manifest, place, lock),
      ...(required ? lacking(manifest, place) : []),
    ]),
  );
  return { manifests: locked, problems: wrong };
}

function lockedManifest(manifest: Manifest, lock: ImageLock): Manifest {
  const places = imagePlaces(manifest).filter(({ image }) => Object.hasOwn(lock, image));
  if (places.length === 0) return manifest;
  const object = structuredClone(manifest.object) as Record<string, unknown>;
  for (const { path, image } of places) put(object, path, `${image}@${lock[image]}`);
  return manifestOf(manifest.construct, manifest.chart, object, manifest.root.place);
}

function put(object: object, path: readonly Key[], value: string): void {
  const holder = path.slice(0, -1).reduce<object>((inside, key) => Reflect.get(inside, key), object);
  Reflect.set(holder, path.at(-1) ?? '', value);
}

function contradicted({ construct }: Manifest, { path, image }: ImagePlace, lock: ImageLock): readonly Problem[] {
  const { name, tag, digest } = partsOf(image);
  const known = tag && Object.hasOwn(lock, `${name}:${tag}`) ? lock[`${name}:${tag}`] : undefined;
  if (!digest || !known || known === digest) return [];
  return [
    {
      construct,
      prop: path.join('/'),
      wrong: 'has another digest than images.lock.json',
      got: digest,
      expected: `${known}, or no digest.`,
      fix: `write ${name}:${tag} alone: the lock adds the digest.`,
    },
  ];
}

function lacking({ construct }: Manifest, { path, image }: ImagePlace): readonly Problem[] {
  const { tag, digest } = partsOf(image);
  if (digest) return [];
  return [
    {
      construct,
      prop: path.join('/'),
      wrong: 'has no digest, and requireDigests asks for one',
      got: image,
      expected: 'an image that images.lock.json knows, or one with a digest.',
      fix: tag ? 'npx tandem lock, after the image was pushed.' : 'write its tag, then: npx tandem lock.',
    },
  ];
}
