import type { Volume } from '../workloads/volume';
import type { Workload } from '../workloads/workload';
import type { Service } from './compose-file';
import { keepsSchedule } from './keeps-schedule';
import type { Names } from './names';
import { deployOf } from './scale';
import { inMemory, isNamed, subPaths } from './scratch';

/**
 * What a kubelet does to volumes before it starts a pod: a new one belongs to root alone, and a process that is not
 * root could not write to it. A one-shot gives it to the pod's group and makes the folders that are mounted. It runs
 * again with each `up`, when the volumes may belong to somebody else: hence its two capabilities.
 */
export function volumeOwner(workload: Workload, image: Service, names: Names): Service | undefined {
  const { pod, life } = workload;
  const volumes = pod.volumes.filter((volume) => needsOwner(workload, volume));
  if (volumes.length === 0) return undefined;
  return {
    ...image,
    comment:
      pod.fsGroup === undefined
        ? 'Lets everybody write to the emptyDirs and makes the folders of subPaths, as a kubelet does.'
        : `Lets group ${pod.fsGroup} write to the volumes, as fsGroup does in the cluster.`,
    aside: true,
    entrypoint: ['sh', '-c', stepsFor(volumes, workload).join(' && ')],
    working_dir: '/volumes',
    volumes: volumes.map((volume) => ({
      type: 'volume',
      source: names.volume(workload, volume),
      target: `/volumes/${volume.name}`,
      volume: { nocopy: true },
    })),
    network_mode: 'none',
    deploy: life.runs === 'always' && workload.local.replicas === 0 ? deployOf(workload) : undefined,
    profiles: life.runs === 'always' || keepsSchedule(workload) ? [] : ['jobs'],
    user: `0:${pod.fsGroup ?? 0}`,
    cap_drop: ['ALL'],
    cap_add: ['CHOWN', 'FOWNER'],
    read_only: true,
    security_opt: ['no-new-privileges:true'],
  };
}

/** Without an fsGroup, who may write to a claim is the storage's business; an emptyDir is open to everybody. */
function needsOwner(workload: Workload, volume: Volume): boolean {
  if (!isNamed(volume, workload) || inMemory(volume, workload)) return false;
  if (volume.type === 'claim' && volume.readOnly) return false;
  return workload.pod.fsGroup !== undefined || volume.type === 'scratch' || subPaths(volume, workload).length > 0;
}

function stepsFor(volumes: readonly Volume[], workload: Workload): readonly string[] {
  const { fsGroup } = workload.pod;
  const folders = (volume: Volume) => subPaths(volume, workload).map((path) => `${volume.name}/${path}`);
  const places = (some: readonly Volume[]) => some.flatMap((volume) => [volume.name, ...folders(volume)]);
  const scratch = volumes.filter(({ type }) => type === 'scratch');
  const claims = volumes.filter(({ type }) => type === 'claim');
  // In a node's memory each may take away only what is its own, as in /tmp.
  const memory = scratch.flatMap((volume) => (volume.type === 'scratch' && volume.memory ? [volume.name] : []));
  const onDisk = places(scratch).filter((place) => !memory.includes(place));
  return [
    ...step('mkdir -p', volumes.flatMap(folders)),
    ...(fsGroup === undefined
      ? [...step('chmod 0777', onDisk), ...step('chmod 1777', memory)]
      : [
          ...step(`chgrp ${fsGroup}`, places(volumes)),
          ...step('chmod 2777', onDisk),
          ...step('chmod 3777', memory),
          ...step('chmod g+rwxs', places(claims)),
        ]),
  ];
}

function step(command: string, places: readonly string[]): readonly string[] {
  return places.length > 0 ? [`${command} ${places.map(quoted).join(' ')}`] : [];
}

function quoted(place: string): string {
  return /^[\w./-]+$/.test(place) ? place : `'${place.replaceAll("'", "'\\''")}'`;
}
