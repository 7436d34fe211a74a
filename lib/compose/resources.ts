import { approximated, type Difference, dropped } from '../differences/difference';
import type { Memory, Resources } from '../workloads/workload';
import type { Service } from './compose-file';
import { type Fragment, withoutEmpty } from './fragment';
import type { Unit } from './unit';

/** What a container may take, and what is kept for it. */
export function resourcesOf({ container }: Unit): Fragment {
  const { resources } = container;
  const memory = memoryOf(resources);
  return {
    service: {
      ...cpuOf(resources),
      deploy: deployOf(resources, memory),
      // No swap beside the memory, as in the cluster.
      memswap_limit: memory,
    },
    differences: differencesOf(resources),
  };
}

/** Docker refuses less, of a limit and of a reservation. */
const least = 6n << 20n;

/**
 * A CPU request is a share, and where there is a limit alone, Kubernetes takes that for the request. A limit is a part
 * of each tenth of a second, as a kubelet sets it: Docker's `cpus` would be the same in a way that one reads more
 * easily, but it refuses more of them than a machine has, and less than a hundredth.
 */
function cpuOf({ cpuLimit, cpuRequest = cpuLimit }: Resources): Service {
  const asQuota = cpuLimit !== undefined && !isReadable(cpuLimit);
  return {
    cpu_quota: asQuota ? Math.max(1000, cpuLimit * 100) : undefined,
    cpu_shares: cpuRequest === undefined ? undefined : Math.max(2, Math.floor((cpuRequest * 1024) / 1000)),
  };
}

function isReadable(cpuMillis: number): boolean {
  return cpuMillis >= 10 && cpuMillis <= 1000;
}

function deployOf({ cpuLimit, memoryRequest }: Resources, memory: string | undefined): Service['deploy'] {
  const limits = {
    cpus: cpuLimit !== undefined && isReadable(cpuLimit) ? String(cpuLimit / 1000) : undefined,
    memory,
  };
  const reservations = {
    memory: memoryRequest && memoryRequest.bytes >= least ? sizeOf(memoryRequest.bytes) : undefined,
  };
  const resources = withoutEmpty({ limits: withoutEmpty(limits), reservations: withoutEmpty(reservations) });
  return Object.keys(resources).length > 0 ? { resources } : undefined;
}

function memoryOf({ memoryLimit }: Resources): string | undefined {
  return memoryLimit && sizeOf(memoryLimit.bytes < least ? least : memoryLimit.bytes);
}

function differencesOf({ memoryRequest, memoryLimit }: Resources): readonly Difference[] {
  return [
    ...(memoryLimit && memoryLimit.bytes < least
      ? [
          approximated(
            memoryLimit.field,
            'Docker sets no limit below 6 MiB',
            'the container may take more memory than in a cluster',
          ),
        ]
      : []),
    ...(memoryRequest ? [reserved(memoryRequest)] : []),
  ];
}

function reserved({ field, bytes }: Memory): Difference {
  if (bytes < least) return dropped(field, 'Docker keeps no less than 6 MiB for a container', 'nothing');
  const reason = 'kept for it when memory is short, but nothing is placed by it';
  return approximated(field, reason, 'nothing: whether a cluster has room shows only there');
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
