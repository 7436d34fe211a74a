import type { Project } from '../project';
import { run } from '../run';

const pushEach = 'for image; do docker push "$image"; done';

/** Builds the project's own images and hands them to the cluster, by the command in E2E_PUSH where there is one. */
export async function buildAndPush({ folder, ownImages }: Project): Promise<void> {
  await run('docker', ['compose', '--profile=*', 'build'], { cwd: folder });
  const push = process.env.E2E_PUSH ? `${process.env.E2E_PUSH} "$@"` : `set -e; ${pushEach}`;
  await run('sh', ['-c', push, 'push', ...ownImages]);
}
