import type { Names } from '../compose/names';
import type { Workload } from '../workloads/workload';
import type { CarriedService, CarriedVolume } from './carried-app';
import { inMemory } from './carried-mounts';
import { carriedBuild, carriedPull } from './carried-parts';
import type { Placed } from './placed';
import { canLieInMemory, mountedFolders, outlivesContainers, type Volume } from './places-of-volumes';

/** What a kubelet does to volumes before the pod starts: the pod's group may write to them, and to an emptyDir everybody. */
export function carriedVolumes(pods: readonly Placed[], names: Names): Readonly<Record<string, CarriedVolume>> {
  return Object.fromEntries(
    pods.flatMap(({ workload }) =>
      usedVolumes(workload).map((volume) => [names.volume(workload, volume), carriedVolume(volume, workload)]),
    ),
  );
}

function carriedVolume(volume: Volume, workload: Workload): CarriedVolume {
  if (canLieInMemory(volume, workload.pod)) {
    return { inMemory: inMemory(volume, workload).filter((option) => option !== 'exec'), folders: {} };
  }
  if (volume.type === 'nfs') {
    const { server, path } = volume;
    return { other: { type: 'nfs', device: `:${path}`, o: `addr=${server},nfsvers=4` }, folders: {} };
  }
  const writable = writableFor(volume, workload);
  const folders = mountedFolders(volume, workload.pod).map((folder) => [folder, writable ?? '']);
  return { ...(writable && { writable }), folders: Object.fromEntries(folders) };
}

/**
 * An emptyDir is the group's whole, and where a node has it in memory as sticky as /tmp; of a claim each file is made so
 * that the group may write to it.
 */
function writableFor(volume: Volume, { pod: { fsGroup } }: Workload): string | undefined {
  if (volume.type === 'claim' && volume.readOnly) return undefined;
  const sticky = volume.type === 'scratch' && volume.memory;
  if (fsGroup === undefined) return volume.type === 'scratch' ? (sticky ? '1777' : '0777') : undefined;
  return `group ${fsGroup}, ${volume.type === 'scratch' ? (sticky ? '3777' : '2777') : 'g+rwxs'}`;
}

/** The one-shot that does it, as root, with no more leave than that takes. */
export function volumeOwnerOf({ workload, units }: Placed): CarriedService | undefined {
  const done = usedVolumes(workload).map((volume) => carriedVolume(volume, workload));
  const main = units.find(({ role }) => role === 'main');
  if (!main || !done.some(({ writable, folders }) => writable || Object.keys(folders).length > 0)) return undefined;
  return {
    image: carriedBuild(main) ? main.container.image.replace(/@.*/, '') : main.container.image,
    build: carriedBuild(main),
    pull: carriedPull(main),
    watches: [],
    platform: workload.local.platform ?? workload.pod.platform?.name,
    environment: {},
    security: {
      user: `0:${workload.pod.fsGroup ?? 0}`,
      groups: [],
      privileged: false,
      privilegeEscalation: false,
      readOnlyRoot: true,
      drop: ['ALL'],
      add: ['CHOWN', 'FOWNER'],
      options: [],
    },
    resources: {},
    mounts: {},
    restart: 'no',
    hosts: {},
    ports: [],
    network: { reaches: {}, outside: false },
    after: {},
    replicas: workload.life.runs === 'always' && workload.local.replicas === 0 ? 0 : 1,
    profiles: workload.life.runs === 'always' ? [] : ['jobs'],
    more: {},
  };
}

function usedVolumes(workload: Workload): readonly Volume[] {
  const { initContainers, containers, volumes } = workload.pod;
  const mounted = [...initContainers, ...containers].flatMap(({ mounts }) => mounts.map(({ volume }) => volume));
  return volumes.filter((volume) => mounted.includes(volume.name) && outlivesContainers(volume, workload.pod));
}
