import { type Difference, dropped } from '../differences/difference';
import type { Mount } from '../workloads/volume';

/** A mount that is not there: each leaf of it is told. */
export function leftOut(mount: Mount, reason: string): readonly Difference[] {
  const means = `${mount.path} is as in the image: what the process needs there, an override must mount`;
  return mount.field.leaves().map((leaf) => dropped(leaf, `not mounted: ${reason}`, means));
}
