import type { SetUp } from '../local/set-up';
import type { Container, Workload } from '../workloads/workload';
import type { Service } from './compose-file';
import { type Fragment, merged } from './fragment';
import { fromProject } from './image';
import { scriptOf } from './scripts';
import type { Unit } from './unit';

/** A container of the pod once more, with another command. It is made for the first of several members. */
export function setUpContainer({ local: { setUp }, pod, member, namespace }: Workload): Container | undefined {
  const like = pod.containers.find(({ name }) => name === setUp?.like);
  if (!setUp || !like || (member?.index ?? 0) > 0) return undefined;
  return {
    ...like,
    name: setUp.name,
    command: setUp.command.map((word) => [word]),
    args: undefined,
    stdin: false,
    tty: false,
    lifecycle: { field: like.lifecycle.field },
    missing: [],
    ports: [],
    probes: {},
    env: variables(setUp, like, namespace),
    mounts: like.mounts.filter(({ volume }) => setUp.volumes.includes(volume)),
  };
}

function variables({ env }: SetUp, { field }: Container, namespace: string): Container['env'] {
  return Object.entries(env).map(([name, pieces]) => ({
    field,
    name,
    value: pieces.map((piece) =>
      typeof piece === 'string' ? piece : { from: 'secret', namespace, name: piece.secretName, key: piece.key },
    ),
  }));
}

/**
 * What Compose adds to its command. Of a one-shot that ends well and that no running service waits for `up --wait` says
 * that it failed: without such a service it stays, and a health check tells that it is done.
 */
export function setUpOf({ workload, role, service }: Unit, awaited: boolean): Fragment {
  const { setUp } = workload.local;
  if (role !== 'once' || !setUp) return {};
  return merged([
    { service: { comment: `${setUp.comment} What it says: docker compose logs ${service}` } },
    { service: awaited ? ending : staying },
    scriptOf(setUp.script, '/tandem'),
    { service: { volumes: [boundFolder(setUp)] } },
  ]);
}

/** As process 1 a program without a handler would not hear that it is to stop. */
function inShell(script: string): readonly string[] {
  return ['sh', '-c', `trap exit TERM; "$@" & wait $!${script}`, 'sh'];
}

const ending: Service = { entrypoint: inShell('') };

/** A place that every container of Docker can write to, and that is new at each start. */
const done = '/dev/shm/done';

const staying: Service = {
  entrypoint: inShell(` || exit; : >${done}; while sleep 3600 & wait $!; do :; done`),
  healthcheck: {
    test: ['CMD', 'test', '-e', done],
    interval: '30s',
    timeout: '5s',
    retries: 3,
    start_period: '3600s',
    start_interval: '1s',
  },
};

function boundFolder({ folder }: SetUp): NonNullable<Service['volumes']>[number] {
  return {
    type: 'bind',
    source: fromProject(folder.source),
    target: folder.target,
    read_only: true,
    bind: { create_host_path: false },
  };
}
