import type { Problem } from '../checks/problem';
import { lockProblem, lockText, type ReadLock } from './image-lock';

/** What `tandem check` says of a lock that is there: it must know every image by tag, and be as we write it. */
export function staleLock({ lock, text }: ReadLock, images: readonly string[]): readonly Problem[] {
  if (!lock) return [];
  const unknown = images.filter((image) => !Object.hasOwn(lock, image));
  return [
    ...unknown.map((image) => stale('images', 'lacks an image of the manifests', image)),
    ...(text === lockText(lock) ? [] : [stale('all of it', 'is not as tandem lock writes it')]),
  ];
}

function stale(prop: string, wrong: string, ...got: readonly string[]): Problem {
  return lockProblem('npx tandem lock, and commit it.', prop, wrong, ...got);
}
