import type { Fragment } from './fragment';
import type { Unit } from './unit';

/**
 * Limits bind as in the cluster, without swap beside the memory. A CPU request is a share, as a kubelet makes it; where
 * there is a limit alone, Kubernetes takes that for the request.
 */
export function resourcesOf({ container }: Unit): Fragment {
  const { cpuLimit, memoryLimit, cpuRequest = cpuLimit } = container.resources;
  const limits = {
    ...(cpuLimit !== undefined && { cpus: String(cpuLimit / 1000) }),
    ...(memoryLimit !== undefined && { memory: sizeOf(memoryLimit) }),
  };
  return {
    service: {
      cpu_shares: cpuRequest === undefined ? undefined : Math.max(2, Math.floor((cpuRequest * 1024) / 1000)),
      deploy: Object.keys(limits).length > 0 ? { resources: { limits } } : undefined,
      memswap_limit: limits.memory,
    },
  };
}

const binaryUnits = [
  ['g', 1n << 30n],
  ['m', 1n << 20n],
  ['k', 1n << 10n],
] as const;

/** Compose's g, m and k are binary; what is no whole number of them is written in bytes. */
export function sizeOf(bytes: bigint): string {
  const [unit, factor] = binaryUnits.find(([, factor]) => bytes > 0n && bytes % factor === 0n) ?? ['b', 1n];
  return `${bytes / factor}${unit}`;
}
