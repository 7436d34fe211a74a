import type { Workload } from '../workloads/workload';
import type { Service } from './compose-file';
import { inMemory, isNamed } from './mounts';
import type { Names } from './names';

/**
 * The twin of fsGroup: a new volume belongs to root alone, and a process that is not root could not write to it. A
 * one-shot gives it to the group. Its user is root, but of that group: so it needs no capability at all.
 */
export function volumeOwner(workload: Workload, image: Service, names: Names): Service | undefined {
  const { pod } = workload;
  const volumes = pod.volumes.filter((volume) => needsOwner(workload, volume));
  if (volumes.length === 0) return undefined;
  const group = pod.fsGroup ?? 0;
  const mode = pod.fsGroup === undefined ? '0777' : '2775';
  return {
    ...image,
    comment: `Lets group ${group} write to the volumes, as fsGroup does in the cluster.`,
    entrypoint: ['install'],
    command: ['-d', '-o', '0', '-g', String(group), '-m', mode, ...volumes.map(({ name }) => `/volumes/${name}`)],
    volumes: volumes.map((volume) => ({
      type: 'volume',
      source: names.volume(workload, volume),
      target: `/volumes/${volume.name}`,
      volume: { nocopy: true },
    })),
    network_mode: 'none',
    profiles: workload.life.runs === 'always' ? [] : ['jobs'],
    user: `0:${group}`,
    cap_drop: ['ALL'],
    read_only: true,
    security_opt: ['no-new-privileges:true'],
  };
}

/** Without an fsGroup, who may write to a claim is the storage's business; an emptyDir is open to everybody. */
function needsOwner(workload: Workload, volume: Workload['pod']['volumes'][number]): boolean {
  if (!isNamed(volume, workload) || inMemory(volume, workload)) return false;
  return workload.pod.fsGroup !== undefined || volume.type === 'scratch';
}
