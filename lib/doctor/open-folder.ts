import type { Facts } from './facts';
import type { Finding } from './finding';

/** The files of secrets are readable for whoever a container runs as: the folder keeps others out. */
export function openFolder({ files: { mode } }: Pick<Facts, 'files'>): readonly Finding[] {
  if (mode === undefined || (mode & 0o077) === 0) return [];
  const what = `.tandem, with this laptop's secrets, is open to other users (mode ${(mode & 0o777).toString(8)})`;
  return [{ what, fix: 'chmod 700 .tandem' }];
}
