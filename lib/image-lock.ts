import type { Problem } from './checks/problem';
import { type ImageLock, readLock } from './images/image-lock';
import type { TandemOptions } from './options';

/** Set by `tandem lock`, which asks an app for the images that it wants to lock: they need not be locked yet. */
export const unlocked = 'TANDEM_UNLOCKED';

export interface AppLock {
  readonly images: ImageLock;
  readonly required: boolean;
  readonly problems: readonly Problem[];
}

export function lockOf({ projectRoot = process.cwd(), requireDigests = false }: TandemOptions): AppLock {
  if (process.env[unlocked]) return { images: {}, required: false, problems: [] };
  const { lock = {}, problems } = readLock(projectRoot);
  return { images: lock, required: requireDigests && problems.length === 0, problems };
}
