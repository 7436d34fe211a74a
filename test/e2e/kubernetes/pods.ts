import type { Workload } from '../../../lib/workloads/workload';
import type { PodMetadata } from '../../description/told-kubelet';
import { run } from '../run';

/** Asks the cluster about a workload's namespace. */
export async function kubectlFor({ namespace }: Workload, args: readonly string[], input?: string): Promise<string> {
  return (await run('kubectl', [`--namespace=${namespace}`, ...args], { input })).stdout;
}

/** Waits for what keeps running. */
export async function ready(workload: Workload): Promise<void> {
  if (workload.life.runs !== 'always') return;
  const wait =
    workload.kind === 'Pod'
      ? ['wait', ownerOf(workload), '--for=condition=Ready', '--timeout=150s']
      : ['rollout', 'status', ownerOf(workload), '--timeout=150s'];
  await kubectlFor(workload, wait);
}

export function ownerOf({ kind, name }: Workload): string {
  return `${kind.toLowerCase()}/${name}`;
}

/** Of several pods always the same one, so that two answers can be compared. */
export async function podOf(workload: Workload): Promise<string> {
  if (workload.kind === 'Pod') return workload.name;
  const { items } = JSON.parse(await kubectlFor(workload, ['get', 'pods', '--output=json']));
  const names = (items as readonly { metadata: PodMetadata }[])
    .filter(({ metadata }) => isOwnedBy(metadata, workload))
    .map(({ metadata }) => metadata.name);
  const [pod] = names.sort();
  if (!pod) throw new Error(`${ownerOf(workload)} has no pod`);
  return pod;
}

/** A Deployment owns by way of a ReplicaSet, which has its name and a hash, and a CronJob by way of a Job. */
export function isOwnedBy({ ownerReferences = [], labels = {} }: PodMetadata, { kind, name }: Workload): boolean {
  const hash = labels['pod-template-hash'];
  return ownerReferences.some((owner) =>
    kind === 'Deployment' ? owner.name === `${name}-${hash}` : owner.kind === kind && owner.name === name,
  );
}
