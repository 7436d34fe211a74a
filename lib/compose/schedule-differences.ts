import { approximated, type Difference, dropped } from '../differences/difference';
import type { Workload } from '../workloads/workload';

/** What the schedule of a job means where somebody must start it. */
export function byHand({ field }: Workload): readonly Difference[] {
  return ['schedule', 'timeZone']
    .map((key) => field.at('spec', key))
    .filter((place) => place.exists)
    .map((place) =>
      dropped(place, 'by hand: Compose has no schedule', 'nothing runs at night: start it when you need it'),
    );
}

/** What a shell that starts the job when it is due cannot do as a cluster does. */
export function here(workload: Workload): readonly Difference[] {
  const { field } = workload;
  const missing = left.flatMap(({ path, reason, means }) =>
    leavesAt(field.at('spec', ...path)).map((leaf) => dropped(leaf, reason, means)),
  );
  return [...overlap(workload), ...missing, ...stopped(workload), ...kept(workload)];
}

function leavesAt(field: Workload['field']): readonly Workload['field'][] {
  return field.exists ? field.leaves() : [];
}

const noJobs = {
  reason: 'no Job remains of a run: what it said is in the logs',
  means: 'docker compose logs shows all runs',
};

const noRetries = {
  reason: 'a run that failed is not tried again before it is next due',
  means: 'a run that fails is yours to start once more',
};

const left: readonly { readonly path: readonly string[]; readonly reason: string; readonly means: string }[] = [
  {
    path: ['startingDeadlineSeconds'],
    reason: 'a run that was missed is not made up for',
    means: 'what is due while the laptop sleeps does not run',
  },
  { path: ['successfulJobsHistoryLimit'], ...noJobs },
  { path: ['failedJobsHistoryLimit'], ...noJobs },
  { path: ['jobTemplate', 'spec', 'backoffLimit'], ...noRetries },
  { path: ['jobTemplate', 'spec', 'podFailurePolicy'], ...noRetries },
  { path: ['jobTemplate', 'spec', 'podReplacementPolicy'], ...noRetries },
  {
    path: ['jobTemplate', 'spec', 'activeDeadlineSeconds'],
    reason: 'no run is ended for its age',
    means: 'no run starts while one hangs: docker compose restart',
  },
];

/** A cluster without a word about it lets runs overlap. */
function overlap({ field }: Workload): readonly Difference[] {
  const policy = field.at('spec', 'concurrencyPolicy');
  if (policy.json() === 'Forbid') return [];
  return [
    approximated(
      policy.exists ? policy : field.at('spec', 'schedule'),
      'one run at a time: what is due while one is going is skipped',
      'runs that overlap can only be tried in a cluster',
    ),
  ];
}

/** What keeps the schedule hears SIGTERM, and passes it on. */
function stopped({ pod }: Workload): readonly Difference[] {
  return pod.containers
    .map(({ lifecycle }) => lifecycle.field.at('stopSignal'))
    .filter((place) => place.exists)
    .map((place) =>
      approximated(place, 'SIGTERM ends a run on schedule', 'a run by hand is ended by the signal of its own'),
    );
}

/** In a cluster each run is a new pod. */
function kept({ pod }: Workload): readonly Difference[] {
  return pod.volumes
    .filter(({ type }) => type === 'scratch')
    .map(({ field }) =>
      approximated(
        field,
        'kept from one run on schedule to the next: they share a container',
        'what one run leaves there the next one finds',
      ),
    );
}
