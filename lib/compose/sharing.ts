import { approximated, type Difference, dropped } from '../differences/difference';
import type { Fragment } from './fragment';
import type { Unit } from './unit';

/** What a container shares with the others of its pod, and with the machine. */
export function sharingOf(unit: Unit): Fragment {
  const { shares } = unit.workload.pod;
  return {
    service: { pid: pidOf(unit), ipc: shares.ipcWithHost ? 'host' : undefined },
    differences: [
      ...(unit.role === 'main' ? sharedDifferences(unit) : []),
      ...endsWithItsHolder(unit),
      ...memoryOfItsOwn(unit),
      ...besideAJob(unit),
    ],
  };
}

function pidOf({ workload: { pod }, network }: Unit): string | undefined {
  if (pod.shares.processesWithHost) return 'host';
  return pod.shares.processes && network ? `service:${network}` : undefined;
}

const machine = 'that of the machine which runs Docker: on macOS and Windows a virtual one';

function sharedDifferences({ workload: { pod } }: Unit): readonly Difference[] {
  const { networkWithHost, processesWithHost, ipcWithHost, processes } = pod.shares;
  const tell = (isShared: boolean, key: string, reason: string, means: string) =>
    isShared ? [approximated(pod.field.at(key), reason, means)] : [];
  return [
    ...tell(
      networkWithHost,
      'hostNetwork',
      `its network is ${machine}`,
      'names of the project lead nowhere from there, and its ports are open on that machine',
    ),
    ...tell(
      processesWithHost,
      'hostPID',
      `its processes are ${machine}`,
      'the container sees what runs on that machine',
    ),
    ...tell(
      ipcWithHost,
      'hostIPC',
      `its shared memory is ${machine}`,
      'the container sees what others share on that machine',
    ),
    ...tell(
      processes,
      'shareProcessNamespace',
      'the first process is that of the first container: Compose has no pod of its own',
      'when that container ends, so do all processes of the pod',
    ),
  ];
}

/** A cluster keeps a pod's network for it; here it is that of a container, and a new one after each end of that. */
function endsWithItsHolder({ workload, container, network, service, role }: Unit): readonly Difference[] {
  const { life, pod } = workload;
  if (!network || role === 'init' || role === 'once' || life.runs !== 'always' || pod.shares.networkWithHost) return [];
  const reason = `its network is that of ${network}, and is gone when that ends by itself`;
  const means = `${service} has no network after a crash of ${network}: docker compose restart ${service}`;
  return [approximated(container.field.at('name'), reason, means)];
}

/** Of a pod with several containers, the first aside: those that end before meet nobody. */
function memoryOfItsOwn({ workload: { pod }, container, role }: Unit): readonly Difference[] {
  if (role !== 'beside' || pod.shares.ipcWithHost) return [];
  const reason = 'its shared memory and /dev/shm are its own: in a cluster they are those of the pod';
  const means = 'programs of a pod that meet in shared memory do not meet here: mount an emptyDir in each of them';
  return [approximated(container.field.at('name'), reason, means)];
}

/** `docker compose run` starts what a job's first container waits for, and ends none of it. */
function besideAJob({
  workload: { life },
  container: { field, sidecar },
  pod,
  service,
  role,
}: Unit): readonly Difference[] {
  if (life.runs === 'always' || role !== 'beside') return [];
  if (sidecar) {
    const reason = 'Compose does not end it with the job';
    return [
      approximated(
        field.at('restartPolicy'),
        reason,
        `${service} runs on after the job: docker compose stop ${service}`,
      ),
    ];
  }
  const reason = 'docker compose run starts the first container of a job, and not those beside it';
  const means = `a run by hand lacks ${service}; both run with docker compose --profile jobs up ${pod} ${service}`;
  return [dropped(field.at('name'), reason, means)];
}
