import type { Project } from '../project';
import { run } from '../run';

const dockerPush = 'for image; do docker push "$image"; done';

/** Builds the project's own images and hands them to the cluster. */
export async function buildAndPush({ folder, ownImages }: Project): Promise<void> {
  await run('docker', ['compose', '--profile=*', 'build'], { cwd: folder });
  await pushEach(ownImages);
}

/** By the command in E2E_PUSH where there is one. */
export async function pushEach(images: readonly string[]): Promise<void> {
  if (images.length === 0) return;
  const push = process.env.E2E_PUSH ? `${process.env.E2E_PUSH} "$@"` : `set -e; ${dockerPush}`;
  await run('sh', ['-c', push, 'push', ...images]);
}
