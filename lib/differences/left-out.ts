import type { Field } from '../manifests/field';
import type { Manifest } from '../manifests/manifest';
import type { SortOf } from '../manifests/parts';
import type { Places } from '../manifests/places';
import { push } from '../units/push';
import type { Difference } from './difference';
import { reasonsFor } from './reasons';
import type { Because } from './reasons/reason';

/**
 * What nobody read, and of which nothing is told, with the reasons. A list or a map is one field where there is one
 * reason for all of it.
 */
export function leftOut(manifest: Manifest, told: Places): readonly Difference[] {
  const { construct, root } = manifest;
  const reasonAt = reasonsFor(manifest);
  const because = new Map<Because | undefined, Field[]>();
  const sortOf: SortOf<Because | typeof isTold> = (place, value, isLeaf) =>
    told.has(place) ? isTold : isLeaf ? reasonAt(place, value) : undefined;
  for (const [why, field] of root.unreadBy(sortOf)) {
    if (why !== isTold) push(because, why, field);
  }
  return [...because].map(([why, fields]) => {
    return { construct, fields, became: 'dropped', reason: why?.reason, means: why?.means };
  });
}

const isTold = Symbol('told');
