import type { Workload } from '../workloads/workload';
import type { Misfit } from './misfit';

/** A number of pods that Compose cannot start, or that one of the other options contradicts. */
export function noReplicas(workload: Workload): readonly Misfit[] {
  const { replicas = 1 } = workload.local;
  const fault = replicas === 1 ? undefined : faults.find(({ when }) => when(workload, replicas));
  if (!fault) return [];
  const { wrong, expected, fix } = fault;
  return [{ prop: 'local.replicas', wrong: wrong(workload.kind), got: replicas, expected, fix }];
}

interface Fault {
  readonly when: (workload: Workload, replicas: number) => boolean;
  readonly wrong: (kind: string) => string;
  readonly expected: string;
  readonly fix: string;
}

const faults: readonly Fault[] = [
  {
    when: ({ life }) => life.runs !== 'always',
    wrong: (kind) => `is given to a ${kind}, which runs when somebody runs it`,
    expected: '1.',
    fix: 'leave it out.',
  },
  {
    when: ({ pods }, replicas) => pods === 'one' && replicas > 1,
    wrong: (kind) => `is given to a ${kind}, of which a machine runs one`,
    expected: '0 or 1.',
    fix: 'leave it out.',
  },
  {
    when: ({ pods, local }, replicas) => pods !== 'members' && replicas > 1 && local.publish !== undefined,
    wrong: () => 'would have several pods behind one published port',
    expected: '1, where local.publish is given.',
    fix: 'leave one of the two out.',
  },
];
