import { removeNamespaces } from '../kubernetes/namespaces';
import { run } from '../run';
import type { LockedProject } from './project';

export const namespace = 'locked-images';

/** What the cluster runs of the project. */
export interface Ran {
  /** What the job wrote. */
  readonly said: string;
  /** What its nodes call the images of the pods. */
  readonly images: readonly string[];
}

/** Applies the manifests, from nothing, and waits until the API is there and the job is done. */
export async function ranInCluster({ folder }: LockedProject): Promise<Ran> {
  const kubectl = async (...args: string[]) =>
    (await run('kubectl', [`--namespace=${namespace}`, ...args], { cwd: folder })).stdout;
  await kubectl('apply', '--filename=dist/');
  await kubectl('rollout', 'status', 'deployment/api', '--timeout=120s');
  await kubectl('wait', 'job/load', '--for=condition=Complete', '--timeout=120s');
  const ids = '--output=jsonpath={range .items[*].status.containerStatuses[*]}{.imageID}{"\\n"}{end}';
  return {
    said: await kubectl('logs', 'job/load'),
    images: (await kubectl('get', 'pods', ids)).split('\n').filter(Boolean).sort(),
  };
}

export function removedFromCluster(): Promise<void> {
  return removeNamespaces([namespace]);
}
